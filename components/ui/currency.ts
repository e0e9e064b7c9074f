'use client'
import { createContext, useContext } from 'react'

/** In what the amounts of a board are counted, ISO 4217; null: its workspace has not said. */
export const CurrencyContext = createContext<string | null>(null)

export const useCurrency = (): string | null => useContext(CurrencyContext)
