// Loads the words of one page in one language; only that file is fetched.

import type { CustomerWords } from './en/customer.ts';
import type { TechnicianWords } from './en/technician.ts';
import type { Language } from './language.ts';

export async function loadCustomerWords(language: Language): Promise<CustomerWords> {
  switch (language) {
    case 'en':
      return (await import('./en/customer.ts')).customerWords;
    case 'pt-BR':
      return (await import('./pt-br/customer.ts')).customerWords;
    case 'es':
      return (await import('./es/customer.ts')).customerWords;
    case 'ar':
      return (await import('./ar/customer.ts')).customerWords;
  }
}

export async function loadTechnicianWords(language: Language): Promise<TechnicianWords> {
  switch (language) {
    case 'en':
      return (await import('./en/technician.ts')).technicianWords;
    case 'pt-BR':
      return (await import('./pt-br/technician.ts')).technicianWords;
    case 'es':
      return (await import('./es/technician.ts')).technicianWords;
    case 'ar':
      return (await import('./ar/technician.ts')).technicianWords;
  }
}
