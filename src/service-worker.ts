// The service worker of the customer's page: says a clear word where the server cannot be reached, so that the installed app
// never opens on a browser's error. It keeps nothing, and hands out nothing that is older than the server: a page that
// spoke to a newer server would fail in ways that nobody can explain. Built by itself, to one address; imports nothing.

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const WORDS: Readonly<Record<string, readonly [title: string, text: string, again: string]>> = {
  en: [
    'Support cannot be reached',
    'You are offline, or the support service does not answer. Check the internet connection, then try again.',
    'Try again',
  ],
  pt: [
    'Não foi possível acessar o suporte',
    'Você está sem conexão, ou o serviço de suporte não responde. Verifique a internet e tente de novo.',
    'Tentar de novo',
  ],
  es: [
    'No se puede acceder al soporte',
    'No tiene conexión, o el servicio de soporte no responde. Compruebe la conexión a internet y vuelva a intentarlo.',
    'Volver a intentarlo',
  ],
  ar: [
    'تعذّر الوصول إلى الدعم',
    'أنت غير متصل بالإنترنت، أو أن خدمة الدعم لا تستجيب. تحقّق من الاتصال ثم حاول مرة أخرى.',
    'المحاولة مرة أخرى',
  ],
};

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { display: grid; place-content: center; min-height: 90vh; max-width: 30em; margin: auto; padding: 24px; }
  h1 { font-size: 1.5rem; line-height: 1.25; }
  a { justify-self: start; padding: 8px 16px; border: 1px solid; border-radius: 10px; color: inherit; text-decoration: none; }
`;

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as FetchEvent;
  const isPage = request.mode === 'navigate' && ['/', '/index.html'].includes(new URL(request.url).pathname);
  if (isPage) respondWith.call(event, fetch(request).catch(offlinePage));
});

/** In the browser's language: what was chosen on the page is not known here. */
function offlinePage(): Response {
  const known = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in WORDS);
  const language = known ?? 'en';
  const [title, text, again] = WORDS[language] ?? ['', '', ''];
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const body = `<!doctype html>
<html lang="${language}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
<h1>${title}</h1>
<p>${text}</p>
<a href="">${again}</a>
</html>`;
  return new Response(body, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
    },
  });
}
