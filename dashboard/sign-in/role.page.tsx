import { Button, ErrorSummary, type FieldFault, PostForm } from '../component/form.js';
import { Radios } from '../component/radios.js';
import { type Frame, layout } from '../layout/layout.js';
import { capital } from '../words/codes.js';
import { roleWords } from '../words/roles.js';

/** Where somebody with several roles picks the one to look as. */
export const rolePage = (roles: readonly string[], faults: readonly FieldFault[], frame: Frame): string =>
  layout({
    ...{ title: faults.length > 0 ? 'Error: change role' : 'Change role', frame },
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">Change role</h1>
        <p class="govuk-body">
          What you see depends on the role that you look as. You are signed in again in the one you pick.
        </p>
        <PostForm action="/role" token={frame.token}>
          <Radios
            name="role"
            legend="Which role do you want to look as?"
            options={roles.map((role) => ({ value: role, text: capital(roleWords(role)) }))}
            value={frame.viewer.role}
            faults={faults}
          />
          <Button words="Continue" />
        </PostForm>
      </>
    ),
  });
