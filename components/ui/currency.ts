'use client'
import { createContext, useContext } from 'react'

/** The currency of the board's amounts, ISO 4217; null: its workspace has none. */
export const CurrencyContext = createContext<string | null>(null)

export const useCurrency = (): string | null => useContext(CurrencyContext)
