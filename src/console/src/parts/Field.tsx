// Fields of forms with a label, help and what is wrong with them, all of which a screen reader tells.
import type { ReactNode } from 'react';
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText';
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';

interface Common {
  id: string;
  label: string;
  help?: string;
  fault?: string | undefined;
}

/** The ids of what describes the field `id`, for `aria-describedby`. */
function describedBy({ id, help, fault }: Omit<Common, 'label'>): string | undefined {
  const ids = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return ids === '' ? undefined : ids;
}

/** What stands below a field. */
function Notes({ id, help, fault }: Omit<Common, 'label'>) {
  return (
    <HelperText>
      {help && <HelperTextItem id={`${id}-help`}>{help}</HelperTextItem>}
      {fault && (
        <HelperTextItem id={`${id}-fault`} variant="error">
          {fault}
        </HelperTextItem>
      )}
    </HelperText>
  );
}

interface TextProps extends Common {
  value: string;
  onChange: (text: string) => void;
  maxLength?: number;
  type?: 'text' | 'search' | 'datetime-local';
  required?: boolean;
  disabled?: boolean;
}

export function TextField(props: TextProps) {
  const { id, label, value, onChange, maxLength, type = 'text', required = false, disabled = false } = props;
  const described = describedBy(props);
  return (
    <div className="sh-field">
      <label htmlFor={id}>{label}</label>
      <TextInput
        id={id}
        type={type}
        value={value}
        isRequired={required}
        isDisabled={disabled}
        autoComplete="off"
        validated={props.fault ? 'error' : 'default'}
        onChange={(_, text) => onChange(text)}
        {...(maxLength !== undefined && { maxLength })}
        {...(described !== undefined && { 'aria-describedby': described })}
      />
      <Notes {...props} />
    </div>
  );
}

/** A text of several lines. */
export function LongTextField(props: Omit<TextProps, 'type' | 'disabled'>) {
  const { id, label, value, onChange, maxLength, required = false } = props;
  const described = describedBy(props);
  return (
    <div className="sh-field">
      <label htmlFor={id}>{label}</label>
      <TextArea
        id={id}
        value={value}
        isRequired={required}
        validated={props.fault ? 'error' : 'default'}
        onChange={(_, text) => onChange(text)}
        {...(maxLength !== undefined && { maxLength })}
        {...(described !== undefined && { 'aria-describedby': described })}
      />
      <Notes {...props} />
    </div>
  );
}

interface ChoiceProps extends Common {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
}

export function Choice(props: ChoiceProps) {
  const { id, label, value, onChange, options } = props;
  const described = describedBy(props);
  return (
    <div className="sh-field">
      <label htmlFor={id}>{label}</label>
      <FormSelect
        id={id}
        value={value}
        validated={props.fault ? 'error' : 'default'}
        onChange={(_, chosen) => onChange(chosen)}
        {...(described !== undefined && { 'aria-describedby': described })}
      >
        {options.map((option) => (
          <FormSelectOption key={option.value} value={option.value} label={option.label} />
        ))}
      </FormSelect>
      <Notes {...props} />
    </div>
  );
}

/** A group of fields with one name. */
export function Group(props: Common & { children: ReactNode }) {
  const described = describedBy(props);
  return (
    <fieldset
      id={props.id}
      tabIndex={-1}
      className="sh-field"
      aria-invalid={props.fault !== undefined}
      {...(described !== undefined && { 'aria-describedby': described })}
    >
      <legend>{props.label}</legend>
      {props.children}
      <Notes {...props} />
    </fieldset>
  );
}
