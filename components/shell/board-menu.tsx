'use client'
import { Copy, Download, Ellipsis, FileText, FileUp, LayoutTemplate, Library, Stamp, Tag } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { ActionItems } from '#components/board/actions/action-item.tsx'
import { useBoard, useMay, useSelection } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { DetailsDialog } from '#components/library/details-dialog.tsx'
import { ExportDialog } from '#components/library/export-dialog.tsx'
import { FinishDialog } from '#components/library/finish-dialog.tsx'
import { TemplateDialog } from '#components/library/template-dialog.tsx'
import { ImportDialog } from '#components/pages/import-dialog.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { type Frame, useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { useDraggedFiles } from './dragged-files.ts'

/** What is done with the board as a whole: described, taken along, brought in, reported, finished. */
export function BoardMenu() {
  const board = useBoard()
  const frame = useFrameStore()
  const router = useRouter()
  const finished = useRoster().board?.finished ?? false
  const [mayDescribe, mayExport, mayImport, mayReport, mayReplay, mayFinish, mayCopy, mayBrowse, mayKeep] = [
    useMay('board.rename'),
    useMay('board.export'),
    useMay('board.import'),
    useMay('board.report'),
    useMay('board.replay'),
    useMay('board.finish'),
    useMay('board.duplicate'),
    useMay('library.browse'),
    useMay('template.save'),
  ]
  const open = (over: Frame['over']) => () => frame.change({ over })
  const goOn = async () => {
    const answer = await askServer<{ board: { url: string } }>('POST', `/api/boards/${board.boardId}/continue`, {})
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
        {mayDescribe.ok && (
          <MenuItem icon={<Tag />} onSelect={open('details')}>
            About this board
          </MenuItem>
        )}
        <MenuItem
          icon={<Download />}
          disabled={!mayExport.ok}
          title={mayExport.ok ? undefined : mayExport.reason}
          onSelect={open('export')}
        >
          Export
        </MenuItem>
        {mayImport.ok && (
          <MenuItem icon={<FileUp />} onSelect={open('import')}>
            Import
          </MenuItem>
        )}
        <MenuItem
          icon={<FileText />}
          disabled={!mayReport.ok}
          title={mayReport.ok ? undefined : mayReport.reason}
          onSelect={() => router.push(`/b/${board.boardId}/report`)}
        >
          Report
        </MenuItem>
        {mayReplay.ok && <ActionItems list={['history.replay']} />}
        {mayKeep.ok && (
          <MenuItem icon={<LayoutTemplate />} onSelect={open('template')}>
            Save as a template
          </MenuItem>
        )}
        {(mayFinish.ok || (finished && mayBrowse.ok)) && <MenuSeparator />}
        {mayFinish.ok && (
          <MenuItem icon={<Stamp />} onSelect={open('finish')}>
            Finish the board
          </MenuItem>
        )}
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
  }
  useDraggedFiles(answers.import.ok)
  const asked = over !== null && over in answers ? answers[over as keyof typeof answers] : null
  const refusal = asked && !asked.ok ? asked.reason : null
  // From the command palette anything can be asked for.
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
      <TemplateDialog boardId={boardId} {...of('template')} />
    </>
  )
}
