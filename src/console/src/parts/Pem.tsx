import { useEffect, useState, type ReactNode } from 'react';
import { readPem, type PemFacts } from '../certificate';
import { word, words } from '../words';
import { Digest, Loading, Time } from './Bits';

/** Certificates and requests by what a person compares: fingerprint, subject and dates. */
export function Pem({ text }: { text: string }) {
  const [blocks, setBlocks] = useState<PemFacts[]>();
  useEffect(() => {
    let wanted = true;
    void readPem(text).then((read) => wanted && setBlocks(read));
    return () => {
      wanted = false;
    };
  }, [text]);
  if (blocks === undefined) return <Loading />;
  if (blocks.length === 0) return <p>{words.pem['unreadable']}</p>;
  return (
    <>
      {blocks.map((block) => (
        <Block key={block.sha256} block={block} />
      ))}
    </>
  );
}

function Block({ block }: { block: PemFacts }) {
  const { subject, issuer, validFrom, validUntil, publicKeySha256 } = block;
  return (
    <div className="sh-pem">
      <strong>{word(words.pem, block.label)}</strong>
      <Entry term="fingerprint">
        <Digest hex={block.sha256} />
      </Entry>
      {publicKeySha256 !== undefined && (
        <Entry term="key">
          <Digest hex={publicKeySha256} />
        </Entry>
      )}
      {subject === undefined ? <p>{words.pem['unreadable']}</p> : <Entry term="subject">{subject}</Entry>}
      {issuer !== undefined && <Entry term="issuer">{issuer}</Entry>}
      {validFrom !== undefined && (
        <Entry term="from">
          <Time at={validFrom} />
        </Entry>
      )}
      {validUntil !== undefined && (
        <Entry term="until">
          <Time at={validUntil} />
        </Entry>
      )}
    </div>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      {word(words.pem, term)}: {children}
    </div>
  );
}
