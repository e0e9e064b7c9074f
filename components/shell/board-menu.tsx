'use client'
import { Copy, Ellipsis, FileText, Library } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { replayBoard } from '#components/board/actions/history.ts'
import { ClearDialog } from '#components/board/panels/clear-dialog.tsx'
import { useBoard, useMay, useSelection } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { DetailsDialog } from '#components/library/details-dialog.tsx'
import { ExportDialog } from '#components/library/export-dialog.tsx'
import { FinishDialog } from '#components/library/finish-dialog.tsx'
import { TemplateDialog } from '#components/library/template-dialog.tsx'
import { ImportDialog } from '#components/pages/import-dialog.tsx'
import { openFinish } from '#components/stage/finish-actions.ts'
import { askServer } from '#components/ui/ask-server.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { ActionItem } from '#components/workspace/action-controls.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { useDraggedFiles } from './dragged-files.ts'
import { describeBoard, importFile, openExport, saveAsTemplate, showKeys } from './frame-actions.ts'
import { binPanel } from './panels.ts'

/** What is done with the board as a whole: described, taken along, brought in, reported, finished. */
export function BoardMenu() {
  const board = useBoard()
  const router = useRouter()
  const finished = useRoster().board?.finished ?? false
  const [mayReport, mayFinish, mayCopy, mayBrowse] = [
    useMay('board.report'),
    useMay('board.finish'),
    useMay('board.duplicate'),
    useMay('library.browse'),
  ]
  const goOn = async () => {
    const answer = await askServer('POST /api/boards/[boardId]/continue', { boardId: board.boardId })
    if (answer.ok) window.location.assign(answer.board.url)
    else board.tell(answer.message)
  }
  return (
    <>
      <Menu
        trigger={
          <IconButton label="Board" size="sm">
            <Ellipsis />
          </IconButton>
        }
      >
        <ActionItem action={describeBoard} short onlyAllowed />
        <ActionItem action={openExport} short />
        <ActionItem action={importFile} short onlyAllowed />
        <MenuItem
          icon={<FileText />}
          disabled={!mayReport.ok}
          title={mayReport.ok ? undefined : mayReport.reason}
          onSelect={() => router.push(`/b/${board.boardId}/report`)}
        >
          Report
        </MenuItem>
        <ActionItem action={replayBoard} onlyAllowed />
        <ActionItem action={saveAsTemplate} short onlyAllowed />
        <MenuSeparator />
        <ActionItem action={showKeys} short />
        <ActionItem action={binPanel.action} short />
        {(mayFinish.ok || (finished && mayBrowse.ok)) && <MenuSeparator />}
        <ActionItem action={openFinish} onlyAllowed />
        {finished && mayBrowse.ok && (
          <MenuItem icon={<Library />} onSelect={() => router.push(`/library/${board.boardId}`)}>
            In the library
          </MenuItem>
        )}
        {finished && mayCopy.ok && (
          <MenuItem icon={<Copy />} onSelect={() => void goOn()}>
            New session on a copy
          </MenuItem>
        )}
      </Menu>
      <BoardDialogs />
    </>
  )
}

function BoardDialogs() {
  const { boardId, tell } = useBoard()
  const { over } = useFrame()
  const frame = useFrameStore()
  const selection = useSelection()
  const mayReplay = useMay('board.replay')
  const answers = {
    details: useMay('board.rename'),
    export: useMay('board.export'),
    import: useMay('board.import'),
    finish: useMay('board.finish'),
    template: useMay('template.save'),
    clear: useMay('board.clear'),
  }
  useDraggedFiles(answers.import.ok)
  const asked = over !== null && over in answers ? answers[over as keyof typeof answers] : null
  const refusal = asked && !asked.ok ? asked.reason : null
  // The ability can be lost while the dialog is open.
  useEffect(() => {
    if (refusal === null) return
    tell(refusal)
    frame.change({ over: null })
  }, [refusal, tell, frame])
  const of = (one: keyof typeof answers) => ({
    open: over === one && answers[one].ok,
    onOpenChange: (open: boolean) => frame.change({ over: open ? one : null }),
  })
  return (
    <>
      <DetailsDialog boardId={boardId} {...of('details')} />
      <ExportDialog boardId={boardId} selected={[...selection.notes]} history={mayReplay.ok} {...of('export')} />
      <ImportDialog {...of('import')} />
      <FinishDialog {...of('finish')} />
      <ClearDialog {...of('clear')} />
      <TemplateDialog boardId={boardId} {...of('template')} />
    </>
  )
}
