<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <source>Sluice cannot start</source>
        <translation>Sluice kann nicht starten</translation>
    </message>
    <message>
        <source>Sandbox (simulated cloud)</source>
        <translation>Sandbox (simulierte Cloud)</translation>
    </message>
</context>
<context>
    <name>sluice::ui</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>the platform starts a control plane and boots every node before the cluster counts as running</source>
        <translation>die Plattform startet eine Control Plane und jeden Node, bevor der Cluster als laufend gilt</translation>
    </message>
    <message>
        <source>the platform builds the gateway and gives it its public address</source>
        <translation>die Plattform baut das Gateway und gibt ihm seine öffentliche Adresse</translation>
    </message>
    <message>
        <source>the droplet has to boot</source>
        <translation>das Droplet muss starten</translation>
    </message>
    <message>
        <source>the cluster installs its routing agent after it is running</source>
        <translation>der Cluster installiert seinen Routing-Agenten, sobald er läuft</translation>
    </message>
    <message>
        <source>the first boot has to end before the host vouches for its key</source>
        <translation>der erste Start muss enden, bevor der Host für seinen Schlüssel bürgt</translation>
    </message>
    <message>
        <source>the platform took its time</source>
        <translation>die Plattform hat sich Zeit gelassen</translation>
    </message>
    <message>
        <source>the platform to build the gateway: state ACTIVE, with its public address</source>
        <translation>dass die Plattform das Gateway baut: Zustand ACTIVE, mit öffentlicher Adresse</translation>
    </message>
    <message>
        <source>the platform to start the control plane and every node</source>
        <translation>dass die Plattform die Control Plane und jeden Node startet</translation>
    </message>
    <message>
        <source>the platform to boot the droplet and give it its addresses</source>
        <translation>dass die Plattform das Droplet startet und ihm seine Adressen gibt</translation>
    </message>
    <message>
        <source>the cluster to know the Route kind</source>
        <translation>dass der Cluster den Typ Route kennt</translation>
    </message>
    <message>
        <source>the host to answer over SSH with the key that its first boot vouched for</source>
        <translation>dass der Host über SSH mit dem Schlüssel antwortet, für den sein erster Start gebürgt hat</translation>
    </message>
    <message>
        <source>the cluster to accept the Route</source>
        <translation>dass der Cluster die Route annimmt</translation>
    </message>
    <message>
        <source>the platform&apos;s answer</source>
        <translation>dass die Plattform antwortet</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Wird gemessen</translation>
    </message>
    <message>
        <source>Tearing down</source>
        <translation>Wird abgebaut</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Wird erstellt</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Torn down</source>
        <translation>Abgebaut</translation>
    </message>
    <message>
        <source>Half found: search again</source>
        <translation>Halb gefunden: erneut suchen</translation>
    </message>
    <message>
        <source>Ready, differs from the plan</source>
        <translation>Bereit, weicht vom Plan ab</translation>
    </message>
    <message>
        <source>Ready, egress proven</source>
        <translation>Bereit, Egress bewiesen</translation>
    </message>
    <message>
        <source>Ready, egress check failed</source>
        <translation>Bereit, Egress-Prüfung nicht bestanden</translation>
    </message>
    <message>
        <source>Ready, egress unknown</source>
        <translation>Bereit, Egress unbekannt</translation>
    </message>
    <message>
        <source>Ready, not verified</source>
        <translation>Bereit, nicht geprüft</translation>
    </message>
    <message>
        <source>Teardown unfinished</source>
        <translation>Abbau unvollendet</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>Durch einen Fehler gestoppt</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unvollendet</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>The NAT gateway stops translating</source>
        <translation>Das NAT-Gateway übersetzt nicht mehr</translation>
    </message>
    <message>
        <source>The Route points to another gateway</source>
        <translation>Die Route zeigt auf ein anderes Gateway</translation>
    </message>
    <message>
        <source>The droplet&apos;s default route goes back to its public side</source>
        <translation>Die Default-Route des Droplets führt wieder zur öffentlichen Seite</translation>
    </message>
    <message>
        <source>The bastion answers with another host key</source>
        <translation>Die Bastion antwortet mit einem anderen Host-Schlüssel</translation>
    </message>
    <message>
        <source>The private firewall is opened to everybody</source>
        <translation>Die private Firewall steht allen offen</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Gefahr</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Akzent</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>torn down</source>
        <translation>abgebaut</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>1 deployment</source>
        <translation>1 Deployment</translation>
    </message>
    <message>
        <source>%1 deployments</source>
        <translation>%1 Deployments</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>differs from the plan</source>
        <translation>weicht vom Plan ab</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>angefragt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>deletion asked for</source>
        <translation>Löschung angefragt</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>released</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>run started</source>
        <translation>Lauf begonnen</translation>
    </message>
    <message>
        <source>run ended</source>
        <translation>Lauf beendet</translation>
    </message>
    <message>
        <source>measured: %1</source>
        <translation>gemessen: %1</translation>
    </message>
    <message>
        <source>some checks measured again: %1</source>
        <translation>einige Prüfungen erneut gemessen: %1</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>Kubernetes cluster</source>
        <translation>Kubernetes-Cluster</translation>
    </message>
    <message>
        <source>Cluster node</source>
        <translation>Cluster-Node</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>NAT gateway</source>
        <translation>NAT-Gateway</translation>
    </message>
    <message>
        <source>Private droplet</source>
        <translation>Privates Droplet</translation>
    </message>
    <message>
        <source>Bastion</source>
        <translation>Bastion</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>creating</source>
        <translation>wird erstellt</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>wird gelöscht</translation>
    </message>
    <message>
        <source>egress traffic</source>
        <translation>Egress-Verkehr</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>measured: pass</source>
        <translation>gemessen: bestanden</translation>
    </message>
    <message>
        <source>measured: fail</source>
        <translation>gemessen: nicht bestanden</translation>
    </message>
    <message>
        <source>could not measure</source>
        <translation>nicht messbar</translation>
    </message>
    <message>
        <source>the path breaks here</source>
        <translation>hier bricht der Weg ab</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>the routing agent</source>
        <translation>den Routing-Agenten</translation>
    </message>
    <message>
        <source>SSH on the bastion</source>
        <translation>SSH auf der Bastion</translation>
    </message>
    <message>
        <source>SSH on the droplet</source>
        <translation>SSH auf dem Droplet</translation>
    </message>
    <message>
        <source>%1 was never verified.</source>
        <translation>%1 wurde nie geprüft.</translation>
    </message>
    <message>
        <source>Verify first; the report shows what was measured.</source>
        <translation>Prüfen Sie zuerst; der Bericht zeigt, was gemessen wurde.</translation>
    </message>
    <message>
        <source>Simulated: measured in a simulated cloud. It says nothing about a real address.</source>
        <translation>Simuliert: in einer simulierten Cloud gemessen. Über eine echte Adresse sagt das nichts.</translation>
    </message>
    <message>
        <source>Egress address of %1</source>
        <translation>Egress-Adresse von %1</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Measured from %1 to %2 (UTC).</source>
        <translation>Gemessen von %1 bis %2 (UTC).</translation>
    </message>
    <message>
        <source>Measured again at %1 (UTC), from %2 to %3: %4.</source>
        <translation>Erneut gemessen um %1 (UTC), von %2 bis %3: %4.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>A report is saved as .pdf or .json.</source>
        <translation>Ein Bericht wird als .pdf oder .json gespeichert.</translation>
    </message>
    <message>
        <source>The report could not be written: %1</source>
        <translation>Der Bericht konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>No verification is stored yet.</source>
        <translation>Noch ist keine Prüfung gespeichert.</translation>
    </message>
    <message>
        <source>%1 of the last %2 verifications passed.</source>
        <translation>%1 der letzten %2 Prüfungen wurden bestanden.</translation>
    </message>
    <message>
        <source>The last that did not: %1.</source>
        <translation>Die letzte nicht bestandene: %1.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>the whole Internet (%1)</source>
        <translation>das ganze Internet (%1)</translation>
    </message>
    <message>
        <source>the bastion</source>
        <translation>die Bastion</translation>
    </message>
    <message>
        <source>the private droplet</source>
        <translation>das private Droplet</translation>
    </message>
    <message>
        <source>Nobody can connect to %1.</source>
        <translation>Niemand kann %1 erreichen.</translation>
    </message>
    <message>
        <source>Port %1 (%2) of %3: %4</source>
        <translation>%3, Port %1 (%2): %4</translation>
    </message>
    <message>
        <source>Ready, verify again</source>
        <translation>Bereit, erneut prüfen</translation>
    </message>
    <message>
        <source>Egress IP</source>
        <translation>Egress-IP</translation>
    </message>
    <message>
        <source>%1: the verdict was %2 and is now %3</source>
        <translation>%1: Das Urteil war %2 und ist jetzt %3</translation>
    </message>
</context>
<context>
    <name>sluice::ui::AccessPage</name>
    <message>
        <source>Who may reach the bastion?</source>
        <translation>Wer darf die Bastion erreichen?</translation>
    </message>
    <message>
        <source>The bastion is the only door: SSH on port 22, with keys only. The private droplet cannot be reached from the Internet.</source>
        <translation>Die Bastion ist die einzige Tür: SSH auf Port 22, nur mit Schlüsseln. Das private Droplet ist aus dem Internet nicht erreichbar.</translation>
    </message>
    <message>
        <source>&amp;Anywhere (as in the reference)</source>
        <translation>&amp;Alle (wie in der Referenz)</translation>
    </message>
    <message>
        <source>&amp;Only my address</source>
        <translation>&amp;Nur meine Adresse</translation>
    </message>
    <message>
        <source>These &amp;ranges</source>
        <translation>Diese &amp;Bereiche</translation>
    </message>
    <message>
        <source>My public address</source>
        <translation>Meine öffentliche Adresse</translation>
    </message>
    <message>
        <source>Your public address, for example 203.0.113.9</source>
        <translation>Ihre öffentliche Adresse, zum Beispiel 203.0.113.9</translation>
    </message>
    <message>
        <source>Ranges that may connect</source>
        <translation>Bereiche, die sich verbinden dürfen</translation>
    </message>
    <message>
        <source>198.51.100.0/24, 203.0.113.9/32</source>
        <translation>198.51.100.0/24, 203.0.113.9/32</translation>
    </message>
    <message>
        <source>Sources that may connect by SSH</source>
        <translation>Quellen, die sich per SSH verbinden dürfen</translation>
    </message>
    <message>
        <source>Sluice asks no outside service who you are. The address is the one that your router or office shows to the Internet; your network administrator knows it. If it changes, you are locked out until you change the firewall.</source>
        <translation>Sluice fragt keinen fremden Dienst, wer Sie sind. Gemeint ist die Adresse, die Ihr Router oder Büro dem Internet zeigt; Ihre Netzwerkverwaltung kennt sie. Ändert sie sich, sind Sie ausgesperrt, bis Sie die Firewall ändern.</translation>
    </message>
    <message>
        <source>SSH to the bastion from</source>
        <translation>SSH zur Bastion von</translation>
    </message>
    <message>
        <source>Do it the reference&apos;s way…</source>
        <translation>Wie in der Referenz vorgehen…</translation>
    </message>
    <message>
        <source>Sluice does these things more safely than the reference. Each can be switched back.</source>
        <translation>Sluice macht diese Dinge sicherer als die Referenz. Jedes lässt sich zurückstellen.</translation>
    </message>
    <message>
        <source>Firewalls by shared tags (they would also catch other deployments&apos; droplets)</source>
        <translation>Firewalls über gemeinsame Tags (sie träfen auch Droplets anderer Deployments)</translation>
    </message>
    <message>
        <source>Second netplan file (two default routes after a reboot)</source>
        <translation>Zweite Netplan-Datei (zwei Default-Routen nach einem Neustart)</translation>
    </message>
    <message>
        <source>Firewalls after the droplets (port 22 is open for a while)</source>
        <translation>Firewalls nach den Droplets (Port 22 ist eine Weile offen)</translation>
    </message>
    <message>
        <source>Newest Ubuntu instead of the newest LTS</source>
        <translation>Neuestes Ubuntu statt der neuesten LTS-Version</translation>
    </message>
    <message>
        <source>Leave high availability to the platform</source>
        <translation>Hochverfügbarkeit der Plattform überlassen</translation>
    </message>
    <message>
        <source>Trust host keys at first sight (no attestation)</source>
        <translation>Host-Schlüsseln beim ersten Kontakt trauen (ohne Beglaubigung)</translation>
    </message>
</context>
<context>
    <name>sluice::ui::AccountPage</name>
    <message>
        <source>Where do you want to build?</source>
        <translation>Wo möchten Sie bauen?</translation>
    </message>
    <message>
        <source>Try everything in the sandbox first: it behaves like the real platform and runs on this computer.</source>
        <translation>Probieren Sie zuerst alles in der Sandbox aus: Sie verhält sich wie die echte Plattform und läuft auf diesem Computer.</translation>
    </message>
    <message>
        <source>&amp;Sandbox: a simulated cloud on this computer</source>
        <translation>&amp;Sandbox: eine simulierte Cloud auf diesem Computer</translation>
    </message>
    <message>
        <source>&amp;DigitalOcean account: real resources, real costs</source>
        <translation>&amp;DigitalOcean-Konto: echte Ressourcen, echte Kosten</translation>
    </message>
    <message>
        <source>dop_v1_…</source>
        <translation>dop_v1_…</translation>
    </message>
    <message>
        <source>API &amp;token</source>
        <translation>API-&amp;Token</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer. Leave it empty to use the one that is there.</source>
        <translation>Wird im Schlüsselbund dieses Computers aufbewahrt. Lassen Sie es leer, um das vorhandene zu verwenden.</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Simulated cloud: nothing costs money</source>
        <translation>Simulierte Cloud: nichts kostet Geld</translation>
    </message>
    <message>
        <source>Every resource exists only on this computer and vanishes with it. No request leaves this computer.</source>
        <translation>Jede Ressource gibt es nur auf diesem Computer, und sie verschwindet mit ihm. Keine Anfrage verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Real cloud: what you create costs money until you tear it down</source>
        <translation>Echte Cloud: Was Sie erstellen, kostet Geld, bis Sie es abbauen</translation>
    </message>
    <message>
        <source>Nothing is created before you have seen the plan with its price and pressed Create.</source>
        <translation>Nichts wird erstellt, bevor Sie den Plan mit seinem Preis gesehen und „Erstellen“ gedrückt haben.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Reading what the account holds.</source>
        <translation>Der Inhalt des Kontos wird gelesen.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Droplets: %1 of %2. VPCs: %3. Clusters: %4. NAT gateways: %5. SSH keys: %6.</source>
        <translation>Droplets: %1 von %2. VPCs: %3. Cluster: %4. NAT-Gateways: %5. SSH-Schlüssel: %6.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::AccountsDialog</name>
    <message>
        <source>&amp;Add and connect</source>
        <translation>&amp;Hinzufügen und verbinden</translation>
    </message>
    <message>
        <source>&amp;Use this account</source>
        <translation>Dieses &amp;Konto verwenden</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>Never shown, never written to a file</source>
        <translation>Nie angezeigt, nie in eine Datei geschrieben</translation>
    </message>
    <message>
        <source>For example: production team</source>
        <translation>Zum Beispiel: Team Produktion</translation>
    </message>
    <message>
        <source>The token needs these custom scopes: %1</source>
        <translation>Das Token braucht diese eigenen Berechtigungen (Scopes): %1</translation>
    </message>
    <message>
        <source>&amp;Copy the scope list</source>
        <translation>Liste der &amp;Scopes kopieren</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>&amp;Endpunkt</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>T&amp;oken</translation>
    </message>
    <message>
        <source>Add a DigitalOcean account</source>
        <translation>Ein DigitalOcean-Konto hinzufügen</translation>
    </message>
    <message>
        <source>The token is in the system&apos;s keychain.</source>
        <translation>Das Token liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>There is no keychain here: the token is kept in memory and is gone when the app closes.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Das Token bleibt im Arbeitsspeicher und ist weg, sobald die App schließt.</translation>
    </message>
    <message>
        <source>%1 Connected to %2 (%3).</source>
        <translation>%1 Verbunden mit %2 (%3).</translation>
    </message>
    <message>
        <source>%1 — %2 (in use)</source>
        <translation>%1 — %2 (in Gebrauch)</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>The endpoint is not a URL, for example https://api.digitalocean.com.</source>
        <translation>Der Endpunkt ist keine URL, wie zum Beispiel https://api.digitalocean.com.</translation>
    </message>
    <message>
        <source>The endpoint must use https: a token is never sent in the clear.</source>
        <translation>Der Endpunkt muss https verwenden: Ein Token wird nie unverschlüsselt gesendet.</translation>
    </message>
    <message>
        <source>Connecting.</source>
        <translation>Wird verbunden.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ActivityView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Only this step</source>
        <translation>Nur dieser Schritt</translation>
    </message>
    <message>
        <source>Filter the log (text, request id, path)</source>
        <translation>Protokoll filtern (Text, Anfrage-ID, Pfad)</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>A click on a request id copies it; Ctrl+C copies the selected lines.</source>
        <translation>Ein Klick auf eine Anfrage-ID kopiert sie; Strg+C kopiert die gewählten Zeilen.</translation>
    </message>
    <message>
        <source>&amp;Copy the selected lines</source>
        <translation>Gewählte &amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;request id</source>
        <translation>&amp;Anfrage-ID kopieren</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Lines copied: %1</source>
        <translation>Kopierte Zeilen: %1</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>&amp;Explain this run…</source>
        <translation>Diesen Lauf er&amp;klären…</translation>
    </message>
    <message>
        <source>Only errors</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>What happened, what took longest and why, what is left and what it costs: in plain words.</source>
        <translation>Was geschah, was am längsten dauerte und warum, was übrig ist und was es kostet: in einfachen Worten.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Das Protokoll filtern</translation>
    </message>
    <message>
        <source>Nothing new starts; what is in flight lands and is recorded. Resume or tear down afterwards.</source>
        <translation>Nichts Neues beginnt; was unterwegs ist, kommt an und wird festgehalten. Danach fortsetzen oder abbauen.</translation>
    </message>
    <message>
        <source>Copy the &amp;id</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Gestoppt: %1</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Noch ist nichts gelaufen</translation>
    </message>
    <message>
        <source>Idle: %1 of %2 steps done</source>
        <translation>Ruht: %1 von %2 Schritten erledigt</translation>
    </message>
    <message>
        <source>Running for %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>Everything waits for this chain: %1.</source>
        <translation>Alles wartet auf diese Kette: %1.</translation>
    </message>
    <message>
        <source>The longest chain: %1.</source>
        <translation>Die längste Kette: %1.</translation>
    </message>
    <message>
        <source>About %1 left, until %2, as earlier deployments took.</source>
        <translation>Noch etwa %1, bis %2, wie bei früheren Deployments.</translation>
    </message>
    <message>
        <source>About %1 left, until %2, at the pace of the steps that are done.</source>
        <translation>Noch etwa %1, bis %2, im Tempo der erledigten Schritte.</translation>
    </message>
    <message>
        <source>Slower than it should be</source>
        <translation>Langsamer als üblich</translation>
    </message>
    <message>
        <source>It is later than expected, and should be over soon.</source>
        <translation>Es ist später als erwartet und sollte bald vorbei sein.</translation>
    </message>
    <message>
        <source>It is later than expected.</source>
        <translation>Es ist später als erwartet.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Builder</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1 USD a month</source>
        <translation>%1 USD im Monat</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>API calls</source>
        <translation>API-Aufrufe</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>booting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>Simulated cloud (sandbox)</source>
        <translation>Simulierte Cloud (Sandbox)</translation>
    </message>
    <message>
        <source>DigitalOcean</source>
        <translation>DigitalOcean</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>gateway address follows</source>
        <translation>Gateway-Adresse folgt</translation>
    </message>
    <message>
        <source>gateway %1</source>
        <translation>Gateway %1</translation>
    </message>
    <message>
        <source>Egress IP</source>
        <translation>Egress-IP</translation>
    </message>
    <message>
        <source>Gateway IP in the VPC</source>
        <translation>Gateway-IP im VPC</translation>
    </message>
    <message>
        <source>will see one IP</source>
        <translation>wird eine IP sehen</translation>
    </message>
    <message>
        <source>sees %1</source>
        <translation>sieht %1</translation>
    </message>
    <message>
        <source>Sees these sources as</source>
        <translation>Sieht diese Quellen als</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>SSH from anywhere</source>
        <translation>SSH von überall</translation>
    </message>
    <message>
        <source>SSH from %1</source>
        <translation>SSH von %1</translation>
    </message>
    <message>
        <source>May connect from</source>
        <translation>Verbinden darf sich</translation>
    </message>
    <message>
        <source>pods %1</source>
        <translation>Pods %1</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Kubernetes</source>
        <translation>Kubernetes</translation>
    </message>
    <message>
        <source>High availability</source>
        <translation>Hochverfügbarkeit</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API-Server</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>Node %1</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Measured egress IP</source>
        <translation>Gemessene Egress-IP</translation>
    </message>
    <message>
        <source>0.0.0.0/0 by the NAT gateway</source>
        <translation>0.0.0.0/0 per NAT-Gateway</translation>
    </message>
    <message>
        <source>0.0.0.0/0 via %1</source>
        <translation>0.0.0.0/0 über %1</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>waiting for the routing agent</source>
        <translation>wartet auf den Routing-Agenten</translation>
    </message>
    <message>
        <source>%1 · public %2</source>
        <translation>%1 · öffentlich %2</translation>
    </message>
    <message>
        <source>Private IP</source>
        <translation>Private IP</translation>
    </message>
    <message>
        <source>Public IP</source>
        <translation>Öffentliche IP</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Lets in</source>
        <translation>Lässt herein</translation>
    </message>
    <message>
        <source>only private addresses</source>
        <translation>nur private Adressen</translation>
    </message>
    <message>
        <source>port 22, keys only</source>
        <translation>Port 22, nur Schlüssel</translation>
    </message>
    <message>
        <source>port 22, your addresses</source>
        <translation>Port 22, Ihre Adressen</translation>
    </message>
    <message>
        <source>the NAT gateway</source>
        <translation>das NAT-Gateway</translation>
    </message>
    <message>
        <source>Route on every node: 0.0.0.0/0 goes to %1</source>
        <translation>Route auf jedem Node: 0.0.0.0/0 geht an %1</translation>
    </message>
    <message>
        <source>The cluster&apos;s own default route</source>
        <translation>Die eigene Default-Route des Clusters</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 Nodes</translation>
    </message>
    <message>
        <source>default route</source>
        <translation>Default-Route</translation>
    </message>
    <message>
        <source>via %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>The droplet&apos;s default route goes to %1; its firewall lets everything out</source>
        <translation>Die Default-Route des Droplets geht an %1; seine Firewall lässt alles hinaus</translation>
    </message>
    <message>
        <source>one egress IP</source>
        <translation>eine Egress-IP</translation>
    </message>
    <message>
        <source>The gateway puts its own public address in place of the source</source>
        <translation>Das Gateway setzt seine eigene öffentliche Adresse an die Stelle der Quelle</translation>
    </message>
    <message>
        <source>The gateway puts %1 in place of the source</source>
        <translation>Das Gateway setzt %1 an die Stelle der Quelle</translation>
    </message>
    <message>
        <source>its own address</source>
        <translation>ihre eigene Adresse</translation>
    </message>
    <message>
        <source>The bastion keeps its own default route: it must be reachable from outside</source>
        <translation>Die Bastion behält ihre eigene Default-Route: Sie muss von außen erreichbar sein</translation>
    </message>
    <message>
        <source>SSH, port 22</source>
        <translation>SSH, Port 22</translation>
    </message>
    <message>
        <source>Firewall: port 22 from anywhere, keys only; the host key is pinned</source>
        <translation>Firewall: Port 22 von überall, nur Schlüssel; der Host-Schlüssel ist festgelegt</translation>
    </message>
    <message>
        <source>Firewall: port 22 from %1, keys only; the host key is pinned</source>
        <translation>Firewall: Port 22 von %1, nur Schlüssel; der Host-Schlüssel ist festgelegt</translation>
    </message>
    <message>
        <source>SSH, jump</source>
        <translation>SSH, Sprung</translation>
    </message>
    <message>
        <source>Firewall: only private addresses come in; the jump goes through the bastion</source>
        <translation>Firewall: Nur private Adressen kommen herein; der Sprung führt über die Bastion</translation>
    </message>
    <message>
        <source>guards</source>
        <translation>schützt</translation>
    </message>
    <message>
        <source>steers the pods of</source>
        <translation>lenkt die Pods von</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ChangeDialog</name>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Ändern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Cluster &amp;nodes</source>
        <translation>Cluster-&amp;Nodes</translation>
    </message>
    <message>
        <source>NAT gateway &amp;units</source>
        <translation>NAT-Gateway-&amp;Einheiten</translation>
    </message>
    <message>
        <source>Throughput and included transfer grow with it.</source>
        <translation>Durchsatz und enthaltener Datenverkehr wachsen mit.</translation>
    </message>
    <message>
        <source>Addresses that may reach the &amp;bastion&apos;s port 22</source>
        <translation>Adressen, die Port 22 der &amp;Bastion erreichen dürfen</translation>
    </message>
    <message>
        <source>These can be changed where they stand; the egress IP stays. Region, networks and machine sizes are fixed: only a new deployment can have others.</source>
        <translation>Dies lässt sich am bestehenden Deployment ändern; die Egress-IP bleibt. Region, Netze und Maschinengrößen sind fest: Nur ein neues Deployment kann andere haben.</translation>
    </message>
    <message>
        <source>Nothing changes yet</source>
        <translation>Noch ändert sich nichts</translation>
    </message>
    <message>
        <source>%1 USD a month, as now.</source>
        <translation>%1 USD im Monat, wie jetzt.</translation>
    </message>
    <message>
        <source>Looking what follows from it</source>
        <translation>Die Folgen werden ermittelt</translation>
    </message>
    <message>
        <source>The account is read; nothing is changed.</source>
        <translation>Das Konto wird gelesen; nichts wird geändert.</translation>
    </message>
    <message>
        <source>This cannot be done</source>
        <translation>Das geht nicht</translation>
    </message>
    <message>
        <source>The reason stands at its field.</source>
        <translation>Der Grund steht am Feld.</translation>
    </message>
    <message>
        <source>It costs %1 USD a month, as before</source>
        <translation>Es kostet %1 USD im Monat, wie zuvor</translation>
    </message>
    <message>
        <source>It costs %1 USD a month instead of %2</source>
        <translation>Es kostet %1 USD im Monat statt %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::CidrMap</name>
    <message>
        <source>Map of private address ranges</source>
        <translation>Karte der privaten Adressbereiche</translation>
    </message>
    <message>
        <source>%1 %2%3</source>
        <translation>%1 %2%3</translation>
    </message>
    <message>
        <source> (in conflict)</source>
        <translation> (im Konflikt)</translation>
    </message>
    <message>
        <source>in use: %1 by %2</source>
        <translation>in Gebrauch: %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: in use by %2</source>
        <translation>%1: in Gebrauch von %2</translation>
    </message>
    <message>
        <source>this deployment</source>
        <translation>dieses Deployment</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>reserved by the platform</source>
        <translation>von der Plattform reserviert</translation>
    </message>
    <message>
        <source>the keys move %1</source>
        <translation>die Tasten bewegen %1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::CopyButton</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>sluice::ui::CostEstimate</name>
    <message>
        <source>Cost by component; the text and the table below have the same figures</source>
        <translation>Kosten nach Komponente; Text und Tabelle darunter zeigen dieselben Zahlen</translation>
    </message>
    <message>
        <source>&amp;Outbound traffic through the NAT gateway, a month</source>
        <translation>&amp;Ausgehender Datenverkehr durch das NAT-Gateway, im Monat</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>Outbound traffic: %1 a month</source>
        <translation>Ausgehender Datenverkehr: %1 im Monat</translation>
    </message>
    <message>
        <source>%1: %2 more, %3 a month in all. Beyond %4 GiB that the gateway includes, %5 for each GiB (list of %6; read the platform&apos;s page before you count on it).</source>
        <translation>%1: %2 mehr, insgesamt %3 im Monat. Über die im Gateway enthaltenen %4 GiB hinaus %5 je GiB (Liste vom %6; lesen Sie die Seite der Plattform, bevor Sie sich darauf verlassen).</translation>
    </message>
    <message>
        <source>%1: included, %2 a month in all (list of %3).</source>
        <translation>%1: enthalten, insgesamt %2 im Monat (Liste vom %3).</translation>
    </message>
    <message>
        <source>USD per month</source>
        <translation>USD pro Monat</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
</context>
<context>
    <name>sluice::ui::CostView</name>
    <message>
        <source>Cost by component</source>
        <translation>Kosten nach Komponente</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Pro Monat</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Pro Stunde</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>Preis aus</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Kein Plan</translation>
    </message>
    <message>
        <source>%1 per month, %2 per hour</source>
        <translation>%1 pro Monat, %2 pro Stunde</translation>
    </message>
    <message>
        <source>Simulated: these are the prices a real account would pay. Nothing is billed here.</source>
        <translation>Simuliert: Diese Preise würde ein echtes Konto zahlen. Hier wird nichts berechnet.</translation>
    </message>
    <message>
        <source>Torn down: 0 USD per hour by the certificate.</source>
        <translation>Abgebaut: 0 USD pro Stunde laut Zertifikat.</translation>
    </message>
    <message>
        <source>Prices of droplets and nodes come from the API; NAT gateway and HA prices are a list of %1 and can be edited under File, Prices. Traffic is not in these figures: move the slider.</source>
        <translation>Die Preise von Droplets und Nodes kommen aus der API; die für NAT-Gateway und Hochverfügbarkeit stehen in einer Liste vom %1 und lassen sich unter Datei, Preise ändern. Datenverkehr ist in diesen Zahlen nicht enthalten: Bewegen Sie den Regler.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::CriticalBar</name>
    <message>
        <source>Critical path</source>
        <translation>Kritischer Pfad</translation>
    </message>
    <message>
        <source>%1: %2 after %3</source>
        <translation>%1: %2 nach %3</translation>
    </message>
    <message>
        <source>%1: runs, about %2 % of %3</source>
        <translation>%1: läuft, etwa %2 % von %3</translation>
    </message>
    <message>
        <source>%1: to come, about %2</source>
        <translation>%1: kommt noch, etwa %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::DeploymentDialogs</name>
    <message>
        <source>Save the report for the partner</source>
        <translation>Bericht für den Partner speichern</translation>
    </message>
    <message>
        <source>PDF to read (*.pdf)</source>
        <translation>PDF zum Lesen (*.pdf)</translation>
    </message>
    <message>
        <source>JSON for programs (*.json)</source>
        <translation>JSON für Programme (*.json)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>sluice::ui::DeploymentListModel</name>
    <message>
        <source>%1 in %2: %3, egress IP %4</source>
        <translation>%1 in %2: %3, Egress-IP %4</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>sluice::ui::DeploymentPages</name>
    <message>
        <source>T&amp;opology</source>
        <translation>T&amp;opologie</translation>
    </message>
    <message>
        <source>Ver&amp;ification</source>
        <translation>Prüfu&amp;ng</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>Akti&amp;vität</translation>
    </message>
    <message>
        <source>O&amp;utputs</source>
        <translation>Ausga&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Cost</source>
        <translation>&amp;Kosten</translation>
    </message>
    <message>
        <source>Pages of the deployment</source>
        <translation>Seiten des Deployments</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Desk</name>
    <message>
        <source>%1 stopped: %2</source>
        <translation>%1 gestoppt: %2</translation>
    </message>
    <message>
        <source>Something is still running on %1</source>
        <translation>Auf %1 läuft noch etwas</translation>
    </message>
    <message>
        <source>Wait for it, or cancel it, then switch accounts.</source>
        <translation>Warten Sie darauf oder brechen Sie es ab, dann wechseln Sie das Konto.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::DrillRunner</name>
    <message>
        <source>Drills are for a ready deployment in the sandbox.</source>
        <translation>Übungen sind für ein bereites Deployment in der Sandbox.</translation>
    </message>
    <message>
        <source>The sandbox refused the drill: %1</source>
        <translation>Die Sandbox hat die Übung abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::EgressWizard</name>
    <message>
        <source>New deployment</source>
        <translation>Neues Deployment</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Erstellen</translation>
    </message>
    <message>
        <source>&amp;Create in the sandbox</source>
        <translation>In der Sandbox &amp;erstellen</translation>
    </message>
    <message>
        <source>&amp;Create, costs start now</source>
        <translation>&amp;Erstellen, Kosten beginnen jetzt</translation>
    </message>
</context>
<context>
    <name>sluice::ui::EngineThread</name>
    <message>
        <source>The token of %1 is not in the keychain</source>
        <translation>Das Token von %1 ist nicht im Schlüsselbund</translation>
    </message>
    <message>
        <source>Add the account again with its token.</source>
        <translation>Fügen Sie das Konto mit seinem Token erneut hinzu.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Evidence</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>the path breaks here</source>
        <translation>hier bricht der Weg ab</translation>
    </message>
    <message>
        <source>differs from the plan</source>
        <translation>weicht vom Plan ab</translation>
    </message>
    <message>
        <source>Expected %1, measured %2.</source>
        <translation>Erwartet %1, gemessen %2.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ExplainDialog</name>
    <message>
        <source>What happened to %1</source>
        <translation>Was mit %1 geschah</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>Noch ist nichts gelaufen.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Co&amp;py the text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Explanation</name>
    <message>
        <source>The teardown of %1</source>
        <translation>Der Abbau von %1</translation>
    </message>
    <message>
        <source>The creation of %1</source>
        <translation>Die Erstellung von %1</translation>
    </message>
    <message>
        <source>began %1 and has run for %2.</source>
        <translation>begann %1 und läuft seit %2.</translation>
    </message>
    <message>
        <source>began %1 and ended after %2.</source>
        <translation>begann %1 und endete nach %2.</translation>
    </message>
    <message>
        <source>began %1; its end is not recorded: the program was ended before it.</source>
        <translation>begann %1; das Ende ist nicht festgehalten: Das Programm wurde vorher beendet.</translation>
    </message>
    <message>
        <source>It is run %1 of this deployment; the one before it was cut off without an end.</source>
        <translation>Es ist Lauf %1 dieses Deployments; der vorige wurde ohne Ende abgeschnitten.</translation>
    </message>
    <message>
        <source>It is run %1 of this deployment.</source>
        <translation>Es ist Lauf %1 dieses Deployments.</translation>
    </message>
    <message>
        <source>Nothing was removed in it.</source>
        <translation>Dabei wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>Nothing new became ready in it.</source>
        <translation>Dabei wurde nichts Neues bereit.</translation>
    </message>
    <message>
        <source>Removed, in this order:</source>
        <translation>Entfernt, in dieser Reihenfolge:</translation>
    </message>
    <message>
        <source>Made, in this order:</source>
        <translation>Erstellt, in dieser Reihenfolge:</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>The longest was %1: %2, %3 % of the run</source>
        <translation>Am längsten dauerte %1: %2, %3 % des Laufs</translation>
    </message>
    <message>
        <source>: the platform lets go of it only when nothing uses it any more.</source>
        <translation>: Die Plattform lässt erst los, wenn nichts es mehr benutzt.</translation>
    </message>
    <message>
        <source>: %1.</source>
        <translation>: %1.</translation>
    </message>
    <message>
        <source>It was waited for by: %1.</source>
        <translation>Darauf wartete: %1.</translation>
    </message>
    <message>
        <source>%1 was asked for %2 times: an answer was lost, or it was not allowed yet.</source>
        <translation>%1 wurde %2-mal angefragt: Eine Antwort ging verloren, oder es war noch nicht erlaubt.</translation>
    </message>
    <message>
        <source>%1 was found in the account and taken over instead of being made twice (%2).</source>
        <translation>%1 wurde im Konto gefunden und übernommen, statt doppelt erstellt zu werden (%2).</translation>
    </message>
    <message>
        <source>%1 was let go, not deleted.</source>
        <translation>%1 wurde freigegeben, nicht gelöscht.</translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation>%1 ist fehlgeschlagen: %2.</translation>
    </message>
    <message>
        <source>Request id for support: %1.</source>
        <translation>Anfrage-ID für den Support: %1.</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>Nothing had to be tried again and nothing failed.</source>
        <translation>Nichts musste wiederholt werden, und nichts schlug fehl.</translation>
    </message>
    <message>
        <source>What to do: Resume looks for what was asked for and goes on; nothing is made twice.</source>
        <translation>Was zu tun ist: „Fortsetzen“ sucht, was angefragt war, und macht weiter; nichts wird doppelt erstellt.</translation>
    </message>
    <message>
        <source>It ended well: a fresh look through the account found nothing left.</source>
        <translation>Es ging gut aus: Ein frischer Blick durch das Konto fand keine Überreste.</translation>
    </message>
    <message>
        <source>It ended well: everything in the plan is ready.</source>
        <translation>Es ging gut aus: Alles im Plan ist bereit.</translation>
    </message>
    <message>
        <source>It stopped: %1.</source>
        <translation>Es hielt an: %1.</translation>
    </message>
    <message>
        <source>Then Resume goes on with the teardown.</source>
        <translation>Dann setzt „Fortsetzen“ den Abbau fort.</translation>
    </message>
    <message>
        <source>Then Resume goes on where it stopped, or Tear down removes what was made.</source>
        <translation>Dann macht „Fortsetzen“ dort weiter, wo es anhielt, oder „Abbauen“ entfernt, was erstellt wurde.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Still there:</source>
        <translation>Noch da:</translation>
    </message>
    <message>
        <source>Not ready yet:</source>
        <translation>Noch nicht bereit:</translation>
    </message>
    <message>
        <source>Nothing of it costs anything now.</source>
        <translation>Nichts davon kostet jetzt etwas.</translation>
    </message>
    <message>
        <source>In a real account what is there would cost %1 USD an hour; this cloud is simulated.</source>
        <translation>In einem echten Konto kostete das Vorhandene %1 USD pro Stunde; diese Cloud ist simuliert.</translation>
    </message>
    <message>
        <source>What is there costs %1 USD an hour until it is torn down.</source>
        <translation>Das Vorhandene kostet %1 USD pro Stunde, bis es abgebaut ist.</translation>
    </message>
    <message>
        <source>The egress address %1 is proven by measurement.</source>
        <translation>Die Egress-Adresse %1 ist durch Messung bewiesen.</translation>
    </message>
    <message>
        <source>The last measurement failed: see Verification.</source>
        <translation>Die letzte Messung ist fehlgeschlagen: siehe Prüfung.</translation>
    </message>
    <message>
        <source>The egress address %1 is not proven yet: Verify measures it.</source>
        <translation>Die Egress-Adresse %1 ist noch nicht bewiesen: „Prüfen“ misst sie.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Field</name>
    <message>
        <source>Error: </source>
        <translation>Fehler: </translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>Hinweis: </translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
</context>
<context>
    <name>sluice::ui::FleetPage</name>
    <message>
        <source>Find name, state or IP (Ctrl+F)</source>
        <translation>Name, Zustand oder IP suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Find a deployment by name, state or IP</source>
        <translation>Ein Deployment nach Name, Zustand oder IP suchen</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Show everything (F)</source>
        <translation>Alles zeigen (F)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::FleetView</name>
    <message>
        <source>All deployments</source>
        <translation>Alle Deployments</translation>
    </message>
    <message>
        <source>Arrow keys move between the deployments, Enter opens one, plus and minus zoom, 0 shows everything. The list at the left has the same deployments.</source>
        <translation>Pfeiltasten wechseln zwischen den Deployments, Enter öffnet eines, Plus und Minus zoomen, 0 zeigt alles. Die Liste links enthält dieselben Deployments.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Fluency</name>
    <message>
        <source>Nothing is measured yet: it is measured while the window is used or something runs.</source>
        <translation>Noch ist nichts gemessen: Gemessen wird, solange das Fenster benutzt wird oder etwas läuft.</translation>
    </message>
    <message>
        <source>Watched for %1 s while the window was used or something ran.</source>
        <translation>Beobachtet für %1 s, während das Fenster benutzt wurde oder etwas lief.</translation>
    </message>
    <message>
        <source>Half of all clicks were taken within %1 ms, 99 of 100 within %2 ms.</source>
        <translation>Die Hälfte aller Klicks wurde innerhalb von %1 ms angenommen, 99 von 100 innerhalb von %2 ms.</translation>
    </message>
    <message>
        <source>The longest wait was %1 ms, at %2.</source>
        <translation>Die längste Wartezeit betrug %1 ms, um %2.</translation>
    </message>
    <message>
        <source>Waits that can be seen (more than %1 ms): %2.</source>
        <translation>Sichtbare Wartezeiten (mehr als %1 ms): %2.</translation>
    </message>
    <message>
        <source>How fluent is this window</source>
        <translation>Wie flüssig dieses Fenster ist</translation>
    </message>
    <message>
        <source>How long the window let you wait</source>
        <translation>Wie lange das Fenster Sie warten ließ</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Co&amp;py the figures</source>
        <translation>&amp;Zahlen kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>sluice::ui::HeaderBar</name>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Egress IP</source>
        <translation>Egress-IP</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>Re&amp;pair…</source>
        <translation>&amp;Reparieren…</translation>
    </message>
    <message>
        <source>Refre&amp;sh</source>
        <translation>Ak&amp;tualisieren</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>Än&amp;dern…</translation>
    </message>
    <message>
        <source>&amp;Tear down…</source>
        <translation>Ab&amp;bauen…</translation>
    </message>
    <message>
        <source>Show what differs from the plan and what can be done about it</source>
        <translation>Zeigt, was vom Plan abweicht und was sich dagegen tun lässt</translation>
    </message>
    <message>
        <source>More nodes, a larger NAT gateway, other addresses for SSH</source>
        <translation>Mehr Nodes, ein größeres NAT-Gateway, andere Adressen für SSH</translation>
    </message>
    <message>
        <source>Read everything back from the account and list differences</source>
        <translation>Alles aus dem Konto neu lesen und Abweichungen auflisten</translation>
    </message>
    <message>
        <source>This deployment lives in the built-in simulated cloud. It costs nothing and reaches nobody.</source>
        <translation>Dieses Deployment lebt in der eingebauten simulierten Cloud. Es kostet nichts und erreicht niemanden.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::HistoryChart</name>
    <message>
        <source>Verifications over time</source>
        <translation>Prüfungen im Zeitverlauf</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Median time of a measurement (ms)</source>
        <translation>Median der Messdauer (ms)</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Einzelprüfungen</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogModel</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 %2 → %3 in %4 ms %5</source>
        <translation>%1 %2 → %3 in %4 ms %5</translation>
    </message>
    <message>
        <source>Click to copy this request id</source>
        <translation>Klicken, um diese Anfrage-ID zu kopieren</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
</context>
<context>
    <name>sluice::ui::MachinesPage</name>
    <message>
        <source>Machines and keys</source>
        <translation>Maschinen und Schlüssel</translation>
    </message>
    <message>
        <source>One Kubernetes cluster, one private droplet and one bastion. The smallest sizes that work are chosen for you.</source>
        <translation>Ein Kubernetes-Cluster, ein privates Droplet und eine Bastion. Die kleinsten Größen, die genügen, sind für Sie gewählt.</translation>
    </message>
    <message>
        <source>Cluster &amp;nodes</source>
        <translation>Cluster-&amp;Nodes</translation>
    </message>
    <message>
        <source>Si&amp;ze of a node</source>
        <translation>&amp;Größe eines Nodes</translation>
    </message>
    <message>
        <source>Size of bastion and private &amp;droplet</source>
        <translation>Größe von Bastion und privatem &amp;Droplet</translation>
    </message>
    <message>
        <source>&amp;Make a deployment key: kept in the keychain, removed at teardown</source>
        <translation>Einen Deployment-&amp;Schlüssel erzeugen: liegt im Schlüsselbund, verschwindet beim Abbau</translation>
    </message>
    <message>
        <source>&amp;Use keys of the account</source>
        <translation>Schlüssel des &amp;Kontos verwenden</translation>
    </message>
    <message>
        <source>SSH keys</source>
        <translation>SSH-Schlüssel</translation>
    </message>
    <message>
        <source>This account has no SSH keys yet.</source>
        <translation>Dieses Konto hat noch keine SSH-Schlüssel.</translation>
    </message>
    <message>
        <source>Empty = the SSH agent</source>
        <translation>Leer = der SSH-Agent</translation>
    </message>
    <message>
        <source>Private key &amp;file</source>
        <translation>&amp;Private Schlüsseldatei</translation>
    </message>
    <message>
        <source>Used where it is, never copied.</source>
        <translation>Wird am Ort verwendet, nie kopiert.</translation>
    </message>
    <message>
        <source>%1 vCPU, %2 GB, %3 USD a month</source>
        <translation>%1 vCPU, %2 GB, %3 USD im Monat</translation>
    </message>
    <message>
        <source>Cheapest with 2 vCPU and 4 GB</source>
        <translation>Günstigste mit 2 vCPU und 4 GB</translation>
    </message>
    <message>
        <source>Cheapest that works: %1</source>
        <translation>Günstigste, die genügt: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (not offered here)</source>
        <translation>%1 (hier nicht angeboten)</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>&amp;High availability of the control plane (+%1 USD a month, cannot be turned off later)</source>
        <translation>&amp;Hochverfügbare Control Plane (+%1 USD im Monat, später nicht abschaltbar)</translation>
    </message>
    <message>
        <source>NAT gateway un&amp;its</source>
        <translation>NAT-Gateway-&amp;Einheiten</translation>
    </message>
</context>
<context>
    <name>sluice::ui::MainWindow</name>
    <message>
        <source>Sluice</source>
        <translation>Sluice</translation>
    </message>
    <message>
        <source>One static egress IP, proven</source>
        <translation>Eine feste Egress-IP, bewiesen</translation>
    </message>
    <message>
        <source>Describe the network once; Sluice plans it, shows what it costs, builds it, measures from every node and droplet which address the internet sees, and takes it down without leaving anything behind.</source>
        <translation>Beschreiben Sie das Netz einmal: Sluice plant es, zeigt die Kosten, baut es, misst von jedem Node und Droplet, welche Adresse das Internet sieht, und baut es ab, ohne etwas zurückzulassen.</translation>
    </message>
    <message>
        <source>&amp;New deployment…</source>
        <translation>&amp;Neues Deployment…</translation>
    </message>
    <message>
        <source>Sandbox: simulated, free</source>
        <translation>Sandbox: simuliert, kostenlos</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>%1: measured again</source>
        <translation>%1: erneut gemessen</translation>
    </message>
    <message>
        <source>%1: %2 finished</source>
        <translation>%1: %2 beendet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The search stopped: %1</source>
        <translation>Die Suche wurde gestoppt: %1</translation>
    </message>
    <message>
        <source>No deployment of Sluice is in this account</source>
        <translation>In diesem Konto ist kein Deployment von Sluice</translation>
    </message>
    <message>
        <source>Every deployment in this account (%1) is known here</source>
        <translation>Alle Deployments in diesem Konto (%1) sind hier bekannt</translation>
    </message>
    <message>
        <source>Found and recorded: %1. Verify measures it.</source>
        <translation>Gefunden und festgehalten: %1. „Prüfen“ misst es.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Acco&amp;unts…</source>
        <translation>Kont&amp;en…</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Wird verbunden</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find deployments in this account</source>
        <translation>&amp;Deployments in diesem Konto suchen</translation>
    </message>
    <message>
        <source>Looking through the account</source>
        <translation>Das Konto wird durchsucht</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>&amp;Konten…</translation>
    </message>
    <message>
        <source>&amp;Prices…</source>
        <translation>&amp;Preise…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>&amp;Fleet: all deployments</source>
        <translation>&amp;Flotte: alle Deployments</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher Kon&amp;trast</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>Beweg&amp;ung</translation>
    </message>
    <message>
        <source>&amp;Reduced: nothing moves by itself</source>
        <translation>&amp;Reduziert: nichts bewegt sich von selbst</translation>
    </message>
    <message>
        <source>&amp;Full</source>
        <translation>&amp;Voll</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>How &amp;fluent is this window</source>
        <translation>Wie &amp;flüssig dieses Fenster ist</translation>
    </message>
    <message>
        <source>&amp;About Sluice</source>
        <translation>&amp;Über Sluice</translation>
    </message>
    <message>
        <source>About Sluice</source>
        <translation>Über Sluice</translation>
    </message>
    <message>
        <source>Sluice %1
One static egress IP for DOKS and Droplets, proven.
Licence: GPL-3.0-or-later.</source>
        <translation>Sluice %1
Eine feste Egress-IP für DOKS und Droplets, bewiesen.
Lizenz: GPL-3.0-or-later.</translation>
    </message>
    <message>
        <source>DigitalOcean</source>
        <translation>DigitalOcean</translation>
    </message>
    <message>
        <source>This file is not a blueprint</source>
        <translation>Diese Datei ist kein Bauplan</translation>
    </message>
    <message>
        <source>&amp;Drills</source>
        <translation>Üb&amp;ungen</translation>
    </message>
    <message>
        <source>&amp;Repair what was broken</source>
        <translation>&amp;Wiederherstellen, was gestört wurde</translation>
    </message>
    <message>
        <source>Something is running</source>
        <translation>Etwas läuft noch</translation>
    </message>
    <message>
        <source>Stop gracefully and close?
What is in flight lands and is recorded; the rest goes on at the next start.</source>
        <translation>Geordnet anhalten und schließen?
Was unterwegs ist, kommt an und wird festgehalten; der Rest geht beim nächsten Start weiter.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Anhalten und schließen</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stopping: what is in flight lands and is recorded.</source>
        <translation>Wird angehalten: Was unterwegs ist, kommt an und wird festgehalten.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::MatrixModel</name>
    <message>
        <source>Pass</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: von %2 nach %3</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
</context>
<context>
    <name>sluice::ui::NetworkPage</name>
    <message>
        <source>Address ranges</source>
        <translation>Adressbereiche</translation>
    </message>
    <message>
        <source>Three private ranges that overlap nothing in the account. The proposed ones are free.</source>
        <translation>Drei private Bereiche, die sich mit nichts im Konto überschneiden. Die vorgeschlagenen sind frei.</translation>
    </message>
    <message>
        <source>&amp;VPC</source>
        <translation>&amp;VPC</translation>
    </message>
    <message>
        <source>Droplets, cluster nodes and the NAT gateway live here: /16 to /28.</source>
        <translation>Hier leben Droplets, Cluster-Nodes und das NAT-Gateway: /16 bis /28.</translation>
    </message>
    <message>
        <source>&amp;Pods</source>
        <translation>&amp;Pods</translation>
    </message>
    <message>
        <source>One /25 for each node of the cluster.</source>
        <translation>Ein /25 für jeden Node des Clusters.</translation>
    </message>
    <message>
        <source>Ser&amp;vices</source>
        <translation>&amp;Dienste</translation>
    </message>
    <message>
        <source>Addresses of Kubernetes services.</source>
        <translation>Adressen der Kubernetes-Dienste.</translation>
    </message>
    <message>
        <source>Private address space</source>
        <translation>Privater Adressraum</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Drag a range, or use the keys: Space takes the next one, the arrows find free blocks, + and - change the size.</source>
        <translation>Ziehen Sie einen Bereich oder nehmen Sie die Tasten: Die Leertaste nimmt den nächsten, die Pfeile finden freie Blöcke, + und - ändern die Größe.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>sluice::ui::OutputsView</name>
    <message>
        <source>Outputs appear here as soon as resources are ready.</source>
        <translation>Ausgaben erscheinen hier, sobald Ressourcen bereit sind.</translation>
    </message>
    <message>
        <source>Copy &amp;all as JSON</source>
        <translation>&amp;Alle als JSON kopieren</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>sluice::ui::PathStrip</name>
    <message>
        <source>Path of a packet: none is pointed at</source>
        <translation>Weg eines Pakets: auf keines wird gezeigt</translation>
    </message>
    <message>
        <source>Path of a packet: %1</source>
        <translation>Weg eines Pakets: %1</translation>
    </message>
    <message>
        <source>Point at a node, a droplet or the bastion, or walk there with the arrow keys: its packets&apos; way and every hop&apos;s rule stand here.</source>
        <translation>Zeigen Sie auf einen Node, ein Droplet oder die Bastion, oder gehen Sie mit den Pfeiltasten hin: Hier stehen dann der Weg der Pakete und die Regel an jeder Station.</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>breaks here</source>
        <translation>bricht hier ab</translation>
    </message>
    <message>
        <source>breaks here: measured %1</source>
        <translation>bricht hier ab: gemessen %1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::PlacePage</name>
    <message>
        <source>Region and name</source>
        <translation>Region und Name</translation>
    </message>
    <message>
        <source>Everything is built in one region. The name is the beginning of every resource&apos;s name.</source>
        <translation>Alles entsteht in einer Region. Mit dem Namen beginnen die Namen aller Ressourcen.</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>Only regions that offer Kubernetes are listed.</source>
        <translation>Nur Regionen, die Kubernetes anbieten, sind aufgeführt.</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;ame</translation>
    </message>
    <message>
        <source>Small letters, digits and dashes; it starts with a letter.</source>
        <translation>Kleinbuchstaben, Ziffern und Bindestriche; am Anfang ein Buchstabe.</translation>
    </message>
    <message>
        <source>Names that will be used</source>
        <translation>Namen, die verwendet werden</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
</context>
<context>
    <name>sluice::ui::PreflightList</name>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Account and its droplet limit</source>
        <translation>Konto und sein Droplet-Limit</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Sizes and their prices</source>
        <translation>Größen und ihre Preise</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Kubernetes versions</source>
        <translation>Kubernetes-Versionen</translation>
    </message>
    <message>
        <source>VPCs and their ranges</source>
        <translation>VPCs und ihre Bereiche</translation>
    </message>
    <message>
        <source>Clusters and their ranges</source>
        <translation>Cluster und ihre Bereiche</translation>
    </message>
    <message>
        <source>NAT gateways</source>
        <translation>NAT-Gateways</translation>
    </message>
    <message>
        <source>Firewalls</source>
        <translation>Firewalls</translation>
    </message>
    <message>
        <source>Droplets</source>
        <translation>Droplets</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>SSH keys</source>
        <translation>SSH-Schlüssel</translation>
    </message>
</context>
<context>
    <name>sluice::ui::PricesDialog</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>The API gives the price of each size, but not these. Look them up on the platform&apos;s price pages; plans made from now on use them and show the date.</source>
        <translation>Die API nennt den Preis jeder Größe, diese aber nicht. Schlagen Sie sie auf den Preisseiten der Plattform nach; neue Pläne verwenden sie und zeigen das Datum.</translation>
    </message>
    <message>
        <source>&amp;NAT gateway, each month and size unit</source>
        <translation>&amp;NAT-Gateway, je Monat und Größeneinheit</translation>
    </message>
    <message>
        <source>&amp;Highly available control plane, each month</source>
        <translation>&amp;Hochverfügbare Control Plane, je Monat</translation>
    </message>
    <message>
        <source>&amp;Read on</source>
        <translation>Abgelesen &amp;am</translation>
    </message>
    <message>
        <source>&amp;Traffic beyond what is included, each GiB</source>
        <translation>&amp;Datenverkehr über das Enthaltene hinaus, je GiB</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Progress</name>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <translation>%1, üblich %2</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 von etwa %2</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 von %2 Schritten erledigt</translation>
    </message>
    <message>
        <source>%1, expected ready at %2 (in about %3)</source>
        <translation>%1, bereit voraussichtlich um %2 (in etwa %3)</translation>
    </message>
</context>
<context>
    <name>sluice::ui::RepairDialog</name>
    <message>
        <source>Make it again</source>
        <translation>Neu erstellen</translation>
    </message>
    <message>
        <source>Change it back</source>
        <translation>Zurückändern</translation>
    </message>
    <message>
        <source>Apply the Route anew</source>
        <translation>Die Route neu anwenden</translation>
    </message>
    <message>
        <source>Nothing: not Sluice&apos;s to change</source>
        <translation>Nichts: nicht Sache von Sluice</translation>
    </message>
    <message>
        <source>Looking what differs from the plan</source>
        <translation>Abweichungen vom Plan werden ermittelt</translation>
    </message>
    <message>
        <source>The egress IP is lost</source>
        <translation>Die Egress-IP ist verloren</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>Repair %1</source>
        <translation>%1 reparieren</translation>
    </message>
    <message>
        <source>What differs and what is done about it</source>
        <translation>Was abweicht und was dagegen getan wird</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was abweicht</translation>
    </message>
    <message>
        <source>Type the egress IP that is lost, to confirm</source>
        <translation>Zur Bestätigung die verlorene Egress-IP eintippen</translation>
    </message>
    <message>
        <source>It could not be looked up: %1</source>
        <translation>Es konnte nicht ermittelt werden: %1</translation>
    </message>
    <message>
        <source>Nothing differs from the plan</source>
        <translation>Nichts weicht vom Plan ab</translation>
    </message>
    <message>
        <source>One difference can be repaired</source>
        <translation>Eine Abweichung lässt sich reparieren</translation>
    </message>
    <message>
        <source>%1 differences can be repaired</source>
        <translation>%1 Abweichungen lassen sich reparieren</translation>
    </message>
    <message>
        <source>What differs is not Sluice&apos;s to repair</source>
        <translation>Was abweicht, kann Sluice nicht reparieren</translation>
    </message>
    <message>
        <source>This repair changes the egress IP</source>
        <translation>Diese Reparatur ändert die Egress-IP</translation>
    </message>
    <message>
        <source>%1 is lost, and a new NAT gateway gets another address. Tell everybody who allow-lists %1 before you go on.</source>
        <translation>%1 ist verloren, und ein neues NAT-Gateway bekommt eine andere Adresse. Sagen Sie es zuvor allen, die %1 freigegeben haben.</translation>
    </message>
    <message>
        <source>Type &lt;b&gt;%1&lt;/b&gt; to &amp;confirm:</source>
        <translation>Zur Be&amp;stätigung &lt;b&gt;%1&lt;/b&gt; eintippen:</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>This is everything that will be created. Nothing exists until you press Create.</source>
        <translation>Das alles wird erstellt. Nichts davon existiert, bevor Sie „Erstellen“ drücken.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Who can connect</source>
        <translation>Wer sich verbinden darf</translation>
    </message>
    <message>
        <source>Permissions the token needs</source>
        <translation>Berechtigungen, die das Token braucht</translation>
    </message>
    <message>
        <source>permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Resources that will be created</source>
        <translation>Ressourcen, die erstellt werden</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>USD a month</source>
        <translation>USD im Monat</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>%1 USD a month</source>
        <translation>%1 USD im Monat</translation>
    </message>
    <message>
        <source>%1 USD an hour while it exists</source>
        <translation>%1 USD pro Stunde, solange es existiert</translation>
    </message>
    <message>
        <source>Simulated: nothing is billed. On the real platform it would cost this (prices of %1).</source>
        <translation>Simuliert: Nichts wird berechnet. Auf der echten Plattform kostete es so viel (Preise vom %1).</translation>
    </message>
    <message>
        <source>Sizes from the account&apos;s price list of today; NAT gateway and high availability as of %1.</source>
        <translation>Größen nach der heutigen Preisliste des Kontos; NAT-Gateway und Hochverfügbarkeit Stand %1.</translation>
    </message>
    <message>
        <source>What follows from this plan</source>
        <translation>Was aus diesem Plan folgt</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>This cannot be created as it is</source>
        <translation>So lässt sich das nicht erstellen</translation>
    </message>
    <message>
        <source>Go to the page to change it</source>
        <translation>Zur Seite gehen, um es zu ändern</translation>
    </message>
    <message>
        <source>Working out the plan…</source>
        <translation>Der Plan wird ausgearbeitet…</translation>
    </message>
    <message>
        <source>Sluice reads the account again and checks names, limits, sizes and ranges.</source>
        <translation>Sluice liest das Konto erneut und prüft Namen, Grenzen, Größen und Bereiche.</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>NAT gateway</source>
        <translation>NAT-Gateway</translation>
    </message>
    <message>
        <source>SSH key</source>
        <translation>SSH-Schlüssel</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Droplet</source>
        <translation>Droplet</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Cost by component</source>
        <translation>Kosten nach Komponente</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Stall</name>
    <message>
        <source>%1 takes %2, about %3 was expected. It has waited since %4 for %5.</source>
        <translation>%1 braucht %2, etwa %3 war erwartet. Es wartet seit %4 darauf, %5.</translation>
    </message>
    <message>
        <source>No answer has told a state yet.</source>
        <translation>Noch hat keine Antwort einen Zustand genannt.</translation>
    </message>
    <message>
        <source>Last answer: %1.</source>
        <translation>Letzte Antwort: %1.</translation>
    </message>
    <message>
        <source>Waiting loses nothing; at %1 it gives up by itself. Cancel keeps what is made and Resume goes on from there.</source>
        <translation>Warten verliert nichts; um %1 gibt es von selbst auf. „Abbrechen“ behält, was erstellt ist, und „Fortsetzen“ macht von dort weiter.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StepRail</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>New deployment</source>
        <translation>Neues Deployment</translation>
    </message>
    <message>
        <source>Simulated cloud</source>
        <translation>Simulierte Cloud</translation>
    </message>
    <message>
        <source>nothing costs money</source>
        <translation>nichts kostet Geld</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StepsModel</name>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Fragt an</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>sluice::ui::TeardownDialog</name>
    <message>
        <source>&amp;Tear down</source>
        <translation>&amp;Abbauen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Tear down %1</source>
        <translation>%1 abbauen</translation>
    </message>
    <message>
        <source>What will be deleted</source>
        <translation>Was gelöscht wird</translation>
    </message>
    <message>
        <source>Type the deployment&apos;s name to confirm</source>
        <translation>Zur Bestätigung den Namen des Deployments eintippen</translation>
    </message>
    <message>
        <source>Type &lt;b&gt;%1&lt;/b&gt; to &amp;confirm:</source>
        <translation>Zur Be&amp;stätigung &lt;b&gt;%1&lt;/b&gt; eintippen:</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Tearing down %1</source>
        <translation>%1 wird abgebaut</translation>
    </message>
    <message>
        <source>Stopping: deletes that were sent land and are recorded. Resume goes on later.</source>
        <translation>Wird angehalten: Gesendete Löschungen kommen an und werden festgehalten. „Fortsetzen“ macht später weiter.</translation>
    </message>
    <message>
        <source>Delete everything that %1 made?</source>
        <translation>Alles löschen, was %1 erstellt hat?</translation>
    </message>
    <message>
        <source>Only objects that this deployment made are deleted, each by its id after it was read back.</source>
        <translation>Nur Objekte, die dieses Deployment erstellt hat, werden gelöscht, jedes anhand seiner ID, nachdem es noch einmal gelesen wurde.</translation>
    </message>
    <message>
        <source>The egress IP %1 is given back and cannot be had again: partners that allow it will see another address. Only objects that this deployment made are deleted, each by its id after it was read back.</source>
        <translation>Die Egress-IP %1 wird zurückgegeben und ist nicht wieder zu bekommen: Partner, die sie zulassen, sehen eine andere Adresse. Nur Objekte, die dieses Deployment erstellt hat, werden gelöscht, jedes anhand seiner ID, nachdem es noch einmal gelesen wurde.</translation>
    </message>
    <message>
        <source> This is the simulated cloud.</source>
        <translation> Dies ist die simulierte Cloud.</translation>
    </message>
    <message>
        <source> &lt;b&gt;This is a real account.&lt;/b&gt;</source>
        <translation> &lt;b&gt;Dies ist ein echtes Konto.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 weg</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The teardown stopped</source>
        <translation>Der Abbau wurde gestoppt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>%1 left, %2 kept</source>
        <translation>%1 übrig, %2 behalten</translation>
    </message>
    <message>
        <source>%1, %2 USD per hour</source>
        <translation>%1, %2 USD pro Stunde</translation>
    </message>
    <message>
        <source>Certificate of %1: a fresh sweep of the account looked for everything that was made.</source>
        <translation>Zertifikat von %1: Ein frischer Durchgang durch das Konto hat alles gesucht, was erstellt wurde.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>LEFT: %1</source>
        <translation>ÜBRIG: %1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::TimeBar</name>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Moment of the deployment&apos;s history</source>
        <translation>Zeitpunkt im Verlauf des Deployments</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 UTC · %4</source>
        <translation>%1 von %2 · %3 UTC · %4</translation>
    </message>
</context>
<context>
    <name>sluice::ui::TopologyDetails</name>
    <message>
        <source>Details of the selected part</source>
        <translation>Einzelheiten zum gewählten Teil</translation>
    </message>
    <message>
        <source>This part failed</source>
        <translation>Dieser Teil ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation>Hier gemessen</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Erneut messen</translation>
    </message>
    <message>
        <source>Show the evidence</source>
        <translation>Beleg zeigen</translation>
    </message>
    <message>
        <source>Show its steps and calls</source>
        <translation>Schritte und Aufrufe zeigen</translation>
    </message>
    <message>
        <source>Select a part of the drawing to see its addresses, ids and cost. Point at a source to follow its packets.</source>
        <translation>Wählen Sie einen Teil der Zeichnung, um Adressen, IDs und Kosten zu sehen. Zeigen Sie auf eine Quelle, um ihren Paketen zu folgen.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>sluice::ui::TopologyPanel</name>
    <message>
        <source>List of parts</source>
        <translation>Liste der Teile</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Show everything (F)</source>
        <translation>Alles zeigen (F)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Drawing as SVG…</source>
        <translation>Zeichnung als SVG…</translation>
    </message>
    <message>
        <source>Drawing as PNG…</source>
        <translation>Zeichnung als PNG…</translation>
    </message>
    <message>
        <source>Drawing as PDF…</source>
        <translation>Zeichnung als PDF…</translation>
    </message>
    <message>
        <source>Text as Mermaid…</source>
        <translation>Text als Mermaid…</translation>
    </message>
    <message>
        <source>Find name, id or IP (Ctrl+F)</source>
        <translation>Name, ID oder IP suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Find a part by name, id or IP</source>
        <translation>Einen Teil nach Name, ID oder IP suchen</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Export the drawing</source>
        <translation>Die Zeichnung exportieren</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Nicht exportiert</translation>
    </message>
</context>
<context>
    <name>sluice::ui::TopologyTree</name>
    <message>
        <source>Parts of the drawing</source>
        <translation>Teile der Zeichnung</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>SSH: %1</source>
        <translation>SSH: %1</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
</context>
<context>
    <name>sluice::ui::TopologyView</name>
    <message>
        <source>Topology drawing</source>
        <translation>Topologie-Zeichnung</translation>
    </message>
    <message>
        <source>Arrow keys move between the parts: left and right follow the traffic. Enter shows the details, Escape goes back, Ctrl+F searches, plus and minus zoom, 0 shows everything. The list of parts beside the drawing says the same in words.</source>
        <translation>Pfeiltasten wechseln zwischen den Teilen: links und rechts folgen dem Verkehr. Enter zeigt die Einzelheiten, Escape geht zurück, Strg+F sucht, Plus und Minus zoomen, 0 zeigt alles. Die Liste der Teile neben der Zeichnung sagt dasselbe in Worten.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>sluice::ui::VerificationView</name>
    <message>
        <source>&amp;Verify now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>Berich&amp;t speichern…</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Measure a&amp;gain</source>
        <translation>&amp;Erneut messen</translation>
    </message>
    <message>
        <source>Measure this check a&amp;gain</source>
        <translation>Di&amp;ese Prüfung erneut messen</translation>
    </message>
    <message>
        <source>Verify again by itself</source>
        <translation>Von selbst erneut prüfen</translation>
    </message>
    <message>
        <source>Verifies again while this window is open, and tells you when the verdict changes.</source>
        <translation>Prüft erneut, solange dieses Fenster offen ist, und meldet, wenn sich das Urteil ändert.</translation>
    </message>
    <message>
        <source>PDF or JSON for the partner who allows the address</source>
        <translation>PDF oder JSON für den Partner, der die Adresse zulässt</translation>
    </message>
    <message>
        <source>Measures this check alone (Ctrl+R). Only the whole matrix proves the deployment.</source>
        <translation>Misst nur diese Prüfung (Strg+R). Nur die ganze Matrix beweist das Deployment.</translation>
    </message>
    <message>
        <source>Verification matrix</source>
        <translation>Prüfmatrix</translation>
    </message>
    <message>
        <source>Evidence of the selected check</source>
        <translation>Beleg der gewählten Prüfung</translation>
    </message>
    <message>
        <source>Measuring again: %1 of %2 checks. The others are as they were.</source>
        <translation>Wird erneut gemessen: %1 von %2 Prüfungen. Die anderen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>%1 checks measured so far. Packets are being sent from pods, droplets and this machine.</source>
        <translation>%1 Prüfungen bisher gemessen. Pakete gehen von Pods, Droplets und diesem Computer aus.</translation>
    </message>
    <message>
        <source>Measures from every node, both droplets and this machine which address the internet sees, and what must be refused.</source>
        <translation>Misst von jedem Node, beiden Droplets und diesem Computer, welche Adresse das Internet sieht und was abgewiesen werden muss.</translation>
    </message>
    <message>
        <source>%1 pass, %2 fail, %3 unknown</source>
        <translation>%1 bestanden, %2 nicht bestanden, %3 unbekannt</translation>
    </message>
    <message>
        <source>%1. Measured %2.</source>
        <translation>%1. Gemessen %2.</translation>
    </message>
    <message>
        <source>Measured again since: %1 of %2 checks, last at %3.</source>
        <translation>Seitdem erneut gemessen: %1 von %2 Prüfungen, zuletzt um %3.</translation>
    </message>
    <message>
        <source>Measurements of different hours do not add up to a proof: Verify now measures all of it.</source>
        <translation>Messungen aus verschiedenen Stunden ergeben zusammen keinen Beweis: „Jetzt prüfen“ misst alles.</translation>
    </message>
    <message>
        <source>There is something to measure once the deployment is ready.</source>
        <translation>Es gibt etwas zu messen, sobald das Deployment bereit ist.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Wird gemessen</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Everything leaves by %1</source>
        <translation>Alles geht über %1 hinaus</translation>
    </message>
    <message>
        <source>The egress promise is broken</source>
        <translation>Das Egress-Versprechen ist gebrochen</translation>
    </message>
    <message>
        <source>Not proven: measure the whole again</source>
        <translation>Nicht bewiesen: alles erneut messen</translation>
    </message>
    <message>
        <source>Unknown: not everything could be measured</source>
        <translation>Unbekannt: nicht alles war messbar</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Select a check to see what was asked, the raw answer and when.</source>
        <translation>Wählen Sie eine Prüfung, um Frage, rohe Antwort und Zeit zu sehen.</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: von %2 nach %3</translation>
    </message>
    <message>
        <source>Expected %1, observed %2.</source>
        <translation>Erwartet %1, beobachtet %2.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Cause: %1
Remedy: %2</source>
        <translation>Ursache: %1
Abhilfe: %2</translation>
    </message>
    <message>
        <source>Being measured again.</source>
        <translation>Wird erneut gemessen.</translation>
    </message>
    <message>
        <source>Measured again at %1, after the whole matrix.</source>
        <translation>Erneut gemessen um %1, nach der ganzen Matrix.</translation>
    </message>
    <message>
        <source>&amp;Re-apply the Route</source>
        <translation>Route neu an&amp;wenden</translation>
    </message>
    <message>
        <source>&amp;Repair the droplet&apos;s routes</source>
        <translation>Routen des Droplets &amp;reparieren</translation>
    </message>
    <message>
        <source>&amp;Repair…</source>
        <translation>&amp;Reparieren…</translation>
    </message>
    <message>
        <source>Verify only when asked</source>
        <translation>Nur auf Wunsch prüfen</translation>
    </message>
    <message>
        <source>Verify every %1 minutes</source>
        <translation>Alle %1 Minuten prüfen</translation>
    </message>
</context>
</TS>
