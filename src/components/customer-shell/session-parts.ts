// What the customer's page shows only in and after a session. Nobody needs it before they join, so it is loaded
// while the invitation is read; a session begins only once it is there.

import '../abuse-report/abuse-report.ts';
import '../connect-steps/connect-steps.ts';
import '../end-page/end-page.ts';
import '../file-dialogs/file-dialogs.ts';
import '../question-dialog/question-dialog.ts';
import '../screen-viewer/screen-viewer.ts';
import '../session-page/session-page.ts';
import '../support-toolbar/support-toolbar.ts';
