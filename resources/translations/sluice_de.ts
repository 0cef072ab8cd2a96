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
    <name>core::base</name>
    <message>
        <source>&quot;%1&quot; is not an IPv4 address</source>
        <translation>„%1“ ist keine IPv4-Adresse</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no prefix length</source>
        <translation>„%1“ hat keine Präfixlänge</translation>
    </message>
    <message>
        <source>Write it as address/prefix, for example 10.100.0.0/24.</source>
        <translation>Schreiben Sie Adresse/Präfix, zum Beispiel 10.100.0.0/24.</translation>
    </message>
    <message>
        <source>&quot;/%1&quot; is not a prefix length between 0 and 32</source>
        <translation>„/%1“ ist keine Präfixlänge zwischen 0 und 32</translation>
    </message>
    <message>
        <source>%1 has bits set behind its /%2 prefix</source>
        <translation>%1 hat gesetzte Bits hinter dem Präfix /%2</translation>
    </message>
    <message>
        <source>Use %1.</source>
        <translation>Nehmen Sie %1.</translation>
    </message>
    <message>
        <source>No free /%1 block is left</source>
        <translation>Kein freier /%1-Block ist mehr übrig</translation>
    </message>
    <message>
        <source>JSON is nested too deeply</source>
        <translation>Das JSON ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>Not valid JSON (%1 bytes)</source>
        <translation>Kein gültiges JSON (%1 Bytes)</translation>
    </message>
    <message>
        <source>0.0</source>
        <extracomment>How a number is written: only the sign between the two zeros counts.</extracomment>
        <translation>0,0</translation>
    </message>
</context>
<context>
    <name>core::blueprint</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source> (line %1)</source>
        <translation> (Zeile %1)</translation>
    </message>
    <message>
        <source>%1 must be %2%3</source>
        <translation>%1 muss %2 sein%3</translation>
    </message>
    <message>
        <source>Unknown: %1.</source>
        <translation>Unbekannt: %1.</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>Es fehlt: %1.</translation>
    </message>
    <message>
        <source>Wrong type: %1.</source>
        <translation>Falscher Typ: %1.</translation>
    </message>
    <message>
        <source>Known variables: %1.</source>
        <translation>Bekannte Variablen: %1.</translation>
    </message>
    <message>
        <source>A blueprint is one JSON object.</source>
        <translation>Ein Bauplan ist ein einziges JSON-Objekt.</translation>
    </message>
    <message>
        <source>Write {&quot;name_prefix&quot;: &quot;...&quot;, &quot;region&quot;: &quot;...&quot;, ...}.</source>
        <translation>Schreiben Sie {&quot;name_prefix&quot;: &quot;...&quot;, &quot;region&quot;: &quot;...&quot;, ...}.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Check the file&apos;s name and permissions.</source>
        <translation>Prüfen Sie Namen und Rechte der Datei.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation>%1 ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>Name a blueprint or a .tfvars file.</source>
        <translation>Nennen Sie einen Bauplan oder eine .tfvars-Datei.</translation>
    </message>
    <message>
        <source>%1 is neither .tfvars nor .json.</source>
        <translation>%1 ist weder .tfvars noch .json.</translation>
    </message>
    <message>
        <source>Rename it: .tfvars for name = value lines, .json for JSON.</source>
        <translation>Benennen Sie die Datei um: .tfvars für Zeilen mit name = wert, .json für JSON.</translation>
    </message>
    <message>
        <source>New nodes pull their images through the NAT gateway and get the Route from the routing agent; a node that is removed takes its pods with it.</source>
        <translation>Neue Nodes holen ihre Images durch das NAT-Gateway und bekommen die Route vom Routing-Agenten; ein entfernter Node nimmt seine Pods mit.</translation>
    </message>
    <message>
        <source>The official document&apos;s example keeps the gateway&apos;s addresses over a resize; whether connections survive it is not documented. The egress IP is compared afterwards.</source>
        <translation>Im Beispiel der offiziellen Beschreibung behält das Gateway bei einer Größenänderung seine Adressen; ob Verbindungen sie überleben, ist nicht dokumentiert. Die Egress-IP wird danach verglichen.</translation>
    </message>
    <message>
        <source>Only these addresses reach the bastion&apos;s port 22 from then on. Keep the one that you work from.</source>
        <translation>Von da an erreichen nur diese Adressen Port 22 der Bastion. Behalten Sie die, von der aus Sie arbeiten.</translation>
    </message>
    <message>
        <source>%1 is fixed when the deployment is made. A new deployment beside this one can have it; it gets another egress IP.</source>
        <translation>%1 steht mit der Erstellung des Deployments fest. Ein neues Deployment daneben kann es haben; es bekommt eine andere Egress-IP.</translation>
    </message>
    <message>
        <source>This needs %1 more droplets (nodes count), but %2 of the account&apos;s %3 are in use. Delete some, ask for a higher limit, or use fewer nodes.</source>
        <translation>Das braucht %1 weitere Droplets (Nodes zählen mit), aber %2 der %3 des Kontos sind belegt. Löschen Sie einige, bitten Sie um ein höheres Limit oder nehmen Sie weniger Nodes.</translation>
    </message>
    <message>
        <source>%1 is planned like this already.</source>
        <translation>%1 ist schon so geplant.</translation>
    </message>
    <message>
        <source>ssh_key</source>
        <translation>SSH-Schlüssel</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>bastion_tag</source>
        <translation>Tag der Bastion</translation>
    </message>
    <message>
        <source>private_tag</source>
        <translation>Tag des privaten Droplets</translation>
    </message>
    <message>
        <source>bastion_firewall</source>
        <translation>Firewall der Bastion</translation>
    </message>
    <message>
        <source>private_firewall</source>
        <translation>Firewall des privaten Droplets</translation>
    </message>
    <message>
        <source>vpc</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>nat_gateway</source>
        <translation>NAT-Gateway</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>bastion</source>
        <translation>Bastion</translation>
    </message>
    <message>
        <source>droplet</source>
        <translation>Droplet</translation>
    </message>
    <message>
        <source>bastion_ready</source>
        <translation>Bastion antwortet</translation>
    </message>
    <message>
        <source>droplet_ready</source>
        <translation>Droplet antwortet</translation>
    </message>
    <message>
        <source>route_served</source>
        <translation>Cluster kennt Routen</translation>
    </message>
    <message>
        <source>route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>kubernetes_cluster</source>
        <translation>Kubernetes-Cluster</translation>
    </message>
    <message>
        <source>firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>private_key</source>
        <translation>privater Schlüssel</translation>
    </message>
    <message>
        <source>associated_resources</source>
        <translation>zugehörige Ressourcen</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>VPC %1 (%2)</source>
        <translation>VPC %1 (%2)</translation>
    </message>
    <message>
        <source>cluster %1 pods</source>
        <translation>Pods des Clusters %1</translation>
    </message>
    <message>
        <source>cluster %1 services</source>
        <translation>Dienste des Clusters %1</translation>
    </message>
    <message>
        <source>The plan has an unknown or repeated resource &quot;%1&quot;.</source>
        <translation>Der Plan enthält eine unbekannte oder doppelte Ressource „%1“.</translation>
    </message>
    <message>
        <source>It was written by another version: use that version.</source>
        <translation>Er stammt von einer anderen Version: Verwenden Sie jene Version.</translation>
    </message>
    <message>
        <source>The plan&apos;s %1 needs %2, which does not come before it.</source>
        <translation>Im Plan braucht %1 zuvor %2, was dort nicht davor steht.</translation>
    </message>
    <message>
        <source>This is not a plan: it lists no resources.</source>
        <translation>Das ist kein Plan: Er nennt keine Ressourcen.</translation>
    </message>
    <message>
        <source>The plan does not say which deployment it is for.</source>
        <translation>Der Plan sagt nicht, für welches Deployment er ist.</translation>
    </message>
    <message>
        <source>price list of %1 (editable)</source>
        <translation>Preisliste vom %1 (änderbar)</translation>
    </message>
    <message>
        <source>GET /v2/sizes; HA: %1</source>
        <translation>GET /v2/sizes; Hochverfügbarkeit: %1</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 s ahead of the API&apos;s: certificates may look expired or not yet valid, and what is measured gets a wrong time. Set the clock (by NTP) first.</source>
        <translation>Die Uhr dieses Computers geht der der API um %1 s voraus: Zertifikate können abgelaufen oder noch nicht gültig erscheinen, und Messungen bekommen eine falsche Zeit. Stellen Sie zuerst die Uhr (per NTP).</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 s behind the API&apos;s: certificates may look expired or not yet valid, and what is measured gets a wrong time. Set the clock (by NTP) first.</source>
        <translation>Die Uhr dieses Computers geht der der API um %1 s nach: Zertifikate können abgelaufen oder noch nicht gültig erscheinen, und Messungen bekommen eine falsche Zeit. Stellen Sie zuerst die Uhr (per NTP).</translation>
    </message>
    <message>
        <source>Kubernetes %1: the reference stays on 1.33.6-do.0 because of a Routing Agent bug in 1.34; the Route may not take effect.</source>
        <translation>Kubernetes %1: Die Referenz bleibt wegen eines Fehlers des Routing-Agenten in 1.34 bei 1.33.6-do.0; die Route wirkt womöglich nicht.</translation>
    </message>
    <message>
        <source>HA is left to the platform, which turns it on for Kubernetes 1.36 and newer: +%1 USD a month, and it cannot be turned off.</source>
        <translation>Die Hochverfügbarkeit bleibt der Plattform überlassen, die sie ab Kubernetes 1.36 einschaltet: +%1 USD im Monat, und sie lässt sich nicht abschalten.</translation>
    </message>
    <message>
        <source>A public egress IP is allocated for the NAT gateway. It is lost at destroy: the next deployment gets another one.</source>
        <translation>Für das NAT-Gateway wird eine öffentliche Egress-IP vergeben. Beim Abbau geht sie verloren: Das nächste Deployment bekommt eine andere.</translation>
    </message>
    <message>
        <source>About %1 USD an hour, at most %2 USD a month, from the first minute. The NAT gateway&apos;s price is of %3.</source>
        <translation>Etwa %1 USD pro Stunde, höchstens %2 USD im Monat, von der ersten Minute an. Der Preis des NAT-Gateways ist vom %3.</translation>
    </message>
    <message>
        <source>It takes about %1 minutes; the cluster dominates.</source>
        <translation>Es dauert etwa %1 Minuten; am längsten braucht der Cluster.</translation>
    </message>
    <message>
        <source>The bastion&apos;s port 22 is reachable from anywhere (keys only).</source>
        <translation>Port 22 der Bastion ist von überall erreichbar (nur mit Schlüsseln).</translation>
    </message>
    <message>
        <source>The bastion&apos;s port 22 is reachable only from %1.</source>
        <translation>Port 22 der Bastion ist nur von %1 aus erreichbar.</translation>
    </message>
    <message>
        <source>All nodes and pods share one egress IP, also for image pulls: anonymous limits of registries count for all together.</source>
        <translation>Alle Nodes und Pods teilen sich eine Egress-IP, auch beim Holen von Images: Die Limits der Registrys für anonyme Zugriffe zählen für alle zusammen.</translation>
    </message>
    <message>
        <source>The NAT gateway is IPv4 only; the droplets get no IPv6.</source>
        <translation>Das NAT-Gateway kann nur IPv4; die Droplets bekommen kein IPv6.</translation>
    </message>
    <message>
        <source>The firewalls act on every droplet tagged %1 or %2.</source>
        <translation>Die Firewalls wirken auf jedes Droplet mit dem Tag %1 oder %2.</translation>
    </message>
    <message>
        <source>The new VPC becomes the default of %1 and may stay after destroy (it costs nothing).</source>
        <translation>Die neue VPC wird die Standard-VPC von %1 und bleibt nach dem Abbau womöglich bestehen (sie kostet nichts).</translation>
    </message>
    <message>
        <source>The highly available control plane costs %1 USD a month and cannot be turned off later.</source>
        <translation>Die hochverfügbare Control Plane kostet %1 USD im Monat und lässt sich später nicht abschalten.</translation>
    </message>
    <message>
        <source>Firewalls use the account-wide tags &quot;bastion&quot; and &quot;private&quot;: droplets of others with these tags are affected.</source>
        <translation>Die Firewalls verwenden die kontoweiten Tags „bastion“ und „private“: Auch fremde Droplets mit diesen Tags sind betroffen.</translation>
    </message>
    <message>
        <source>The private droplet gets a second netplan file: after a reboot its traffic may bypass the NAT gateway.</source>
        <translation>Das private Droplet bekommt eine zweite Netplan-Datei: Nach einem Neustart kann sein Verkehr am NAT-Gateway vorbeigehen.</translation>
    </message>
    <message>
        <source>Firewalls are made after the droplets: port 22 of the private droplet is open for some seconds.</source>
        <translation>Die Firewalls entstehen nach den Droplets: Port 22 des privaten Droplets ist einige Sekunden lang offen.</translation>
    </message>
    <message>
        <source>The newest Ubuntu image is used, which may not be an LTS.</source>
        <translation>Das neueste Ubuntu-Image wird verwendet, womöglich keine LTS-Version.</translation>
    </message>
    <message>
        <source>High availability is left to the platform.</source>
        <translation>Die Hochverfügbarkeit bleibt der Plattform überlassen.</translation>
    </message>
    <message>
        <source>Host keys are trusted at first contact: a man in the middle would not be noticed.</source>
        <translation>Host-Schlüsseln wird beim ersten Kontakt getraut: Jemand dazwischen fiele nicht auf.</translation>
    </message>
    <message>
        <source>The private droplet&apos;s port 22 is reachable from every private address, not only from this VPC and cluster.</source>
        <translation>Port 22 des privaten Droplets ist von jeder privaten Adresse erreichbar, nicht nur aus dieser VPC und diesem Cluster.</translation>
    </message>
    <message>
        <source>name_prefix: nothing that is left carries it</source>
        <translation>name_prefix: Nichts von dem, was übrig ist, trägt es</translation>
    </message>
    <message>
        <source>vpc_cidr: the VPC is gone</source>
        <translation>vpc_cidr: Die VPC ist weg</translation>
    </message>
    <message>
        <source>doks_cluster_subnet, doks_service_subnet, node_size: the cluster is gone</source>
        <translation>doks_cluster_subnet, doks_service_subnet, node_size: Der Cluster ist weg</translation>
    </message>
    <message>
        <source>node_size: no node of the cluster is in the list of droplets</source>
        <translation>node_size: Kein Node des Clusters steht in der Liste der Droplets</translation>
    </message>
    <message>
        <source>droplet_size, image: both droplets are gone</source>
        <translation>droplet_size, image: Beide Droplets sind weg</translation>
    </message>
    <message>
        <source>bastion_ssh_sources: the bastion&apos;s firewall is gone</source>
        <translation>bastion_ssh_sources: Die Firewall der Bastion ist weg</translation>
    </message>
    <message>
        <source>ssh_key_ids: the deployment has no key of its own, and the API does not tell which keys its droplets know</source>
        <translation>ssh_key_ids: Das Deployment hat keinen eigenen Schlüssel, und die API sagt nicht, welche Schlüssel seine Droplets kennen</translation>
    </message>
    <message>
        <source>There is no region %1 for this account.</source>
        <translation>Für dieses Konto gibt es keine Region %1.</translation>
    </message>
    <message>
        <source>Region %1 takes no new resources now.</source>
        <translation>Die Region %1 nimmt zurzeit keine neuen Ressourcen an.</translation>
    </message>
    <message>
        <source>Managed Kubernetes is not offered in %1.</source>
        <translation>In %1 wird kein verwaltetes Kubernetes angeboten.</translation>
    </message>
    <message>
        <source>There is no size %1.</source>
        <translation>Es gibt keine Größe %1.</translation>
    </message>
    <message>
        <source>Size %1 is not offered in %2 for Kubernetes nodes.</source>
        <translation>Die Größe %1 wird in %2 nicht für Kubernetes-Nodes angeboten.</translation>
    </message>
    <message>
        <source>Size %1 is not offered in %2.</source>
        <translation>Die Größe %1 wird in %2 nicht angeboten.</translation>
    </message>
    <message>
        <source>No size with 2 CPUs and 4 GB is offered in %1.</source>
        <translation>In %1 wird keine Größe mit 2 CPUs und 4 GB angeboten.</translation>
    </message>
    <message>
        <source>Image %1 is not available in %2.</source>
        <translation>Das Image %1 ist in %2 nicht verfügbar.</translation>
    </message>
    <message>
        <source>No Ubuntu LTS image is available in %1.</source>
        <translation>In %1 ist kein Ubuntu-LTS-Image verfügbar.</translation>
    </message>
    <message>
        <source>The platform offers no Kubernetes version now.</source>
        <translation>Die Plattform bietet zurzeit keine Kubernetes-Version an.</translation>
    </message>
    <message>
        <source>Kubernetes %1 is not offered.</source>
        <translation>Kubernetes %1 wird nicht angeboten.</translation>
    </message>
    <message>
        <source>The account is locked%1: nothing can be created. Contact the platform&apos;s support.</source>
        <translation>Das Konto ist gesperrt%1: Es lässt sich nichts erstellen. Wenden Sie sich an den Support der Plattform.</translation>
    </message>
    <message>
        <source>The platform has a warning on this account%1; creates may be refused.</source>
        <translation>Die Plattform hat eine Warnung zu diesem Konto%1; Neues wird womöglich abgelehnt.</translation>
    </message>
    <message>
        <source>This needs %1 droplets (nodes count), but %2 of the account&apos;s %3 are in use. Delete some, ask for a higher limit, or use fewer nodes.</source>
        <translation>Das braucht %1 Droplets (Nodes zählen mit), aber %2 der %3 des Kontos sind belegt. Löschen Sie einige, bitten Sie um ein höheres Limit oder nehmen Sie weniger Nodes.</translation>
    </message>
    <message>
        <source>After this the account&apos;s %1 droplets are all in use: a node upgrade needs one more.</source>
        <translation>Danach sind alle %1 Droplets des Kontos belegt: Ein Upgrade der Nodes braucht noch eines.</translation>
    </message>
    <message>
        <source>The account already has the VPC %1. Choose another name prefix.</source>
        <translation>Das Konto hat schon die VPC %1. Wählen Sie ein anderes Namenspräfix.</translation>
    </message>
    <message>
        <source>The account already has the NAT gateway %1. Choose another name prefix.</source>
        <translation>Das Konto hat schon das NAT-Gateway %1. Wählen Sie ein anderes Namenspräfix.</translation>
    </message>
    <message>
        <source>The account already has the cluster %1. Choose another name prefix.</source>
        <translation>Das Konto hat schon den Cluster %1. Wählen Sie ein anderes Namenspräfix.</translation>
    </message>
    <message>
        <source>The account already has the droplet %1. Choose another name prefix.</source>
        <translation>Das Konto hat schon das Droplet %1. Wählen Sie ein anderes Namenspräfix.</translation>
    </message>
    <message>
        <source>The account already has the firewall %1. Choose another name prefix.</source>
        <translation>Das Konto hat schon die Firewall %1. Wählen Sie ein anderes Namenspräfix.</translation>
    </message>
    <message>
        <source>The tag %1 exists already: the random deployment id is in use. Plan again.</source>
        <translation>Den Tag %1 gibt es schon: Die zufällige Deployment-ID ist vergeben. Planen Sie erneut.</translation>
    </message>
    <message>
        <source>The tag &quot;%1&quot; already has %2 resources: the firewall would change the access to every one of them.</source>
        <translation>Der Tag „%1“ hat schon %2 Ressourcen: Die Firewall würde den Zugang zu jeder davon ändern.</translation>
    </message>
    <message>
        <source>The account has no SSH key %1.</source>
        <translation>Das Konto hat keinen SSH-Schlüssel %1.</translation>
    </message>
    <message>
        <source>No ssh_key_file is given for ssh_key_ids: the private key must be in your SSH agent.</source>
        <translation>Für ssh_key_ids ist keine ssh_key_file angegeben: Der private Schlüssel muss in Ihrem SSH-Agenten liegen.</translation>
    </message>
    <message>
        <source>The account has no VPC in %1: the platform makes the first one the region&apos;s default, and a default VPC may not be deletable afterwards.</source>
        <translation>Das Konto hat keine VPC in %1: Die Plattform macht die erste zur Standard-VPC der Region, und eine Standard-VPC lässt sich danach womöglich nicht löschen.</translation>
    </message>
    <message>
        <source>The name prefix has %1 characters; at most %2 leave room for the resources&apos; own endings.</source>
        <translation>Das Namenspräfix hat %1 Zeichen; höchstens %2 lassen Platz für die Endungen der Ressourcen.</translation>
    </message>
    <message>
        <source>The name prefix must start with a letter, hold only a-z, 0-9 and -, and not end with -.</source>
        <translation>Das Namenspräfix muss mit einem Buchstaben beginnen, darf nur a-z, 0-9 und - enthalten und nicht auf - enden.</translation>
    </message>
    <message>
        <source>The node pool&apos;s name &lt;prefix&gt;-%1 would be longer than 63 characters.</source>
        <translation>Der Name des Node-Pools &lt;Präfix&gt;-%1 wäre länger als 63 Zeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a region slug; slugs look like nyc3.</source>
        <translation>„%1“ ist kein Kürzel einer Region; Kürzel sehen aus wie nyc3.</translation>
    </message>
    <message>
        <source>The cluster needs between 1 and %1 nodes, not %2.</source>
        <translation>Der Cluster braucht zwischen 1 und %1 Nodes, nicht %2.</translation>
    </message>
    <message>
        <source>A NAT gateway has between 1 and %1 units, not %2.</source>
        <translation>Ein NAT-Gateway hat zwischen 1 und %1 Einheiten, nicht %2.</translation>
    </message>
    <message>
        <source>%1 is not inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.</source>
        <translation>%1 liegt nicht in 10.0.0.0/8, 172.16.0.0/12 oder 192.168.0.0/16.</translation>
    </message>
    <message>
        <source>%1 has no room for %2 nodes: each takes a /25, so a /%3 or larger is needed.</source>
        <translation>%1 hat keinen Platz für %2 Nodes: Jeder braucht ein /25, nötig ist also ein /%3 oder größer.</translation>
    </message>
    <message>
        <source>%1 has %2 addresses: too few for %3 nodes, two droplets and the gateway.</source>
        <translation>%1 hat %2 Adressen: zu wenige für %3 Nodes, zwei Droplets und das Gateway.</translation>
    </message>
    <message>
        <source>The platform publishes no bounds for the pod network; /19 is proven, /%1 is not.</source>
        <translation>Die Plattform nennt keine Grenzen für das Pod-Netz; /19 ist erprobt, /%1 nicht.</translation>
    </message>
    <message>
        <source>The platform publishes no bounds for the service network; /22 is proven, /%1 is not.</source>
        <translation>Die Plattform nennt keine Grenzen für das Dienste-Netz; /22 ist erprobt, /%1 nicht.</translation>
    </message>
    <message>
        <source>The VPC network must be between /%1 and /%2, not /%3.</source>
        <translation>Das VPC-Netz muss zwischen /%1 und /%2 liegen, nicht bei /%3.</translation>
    </message>
    <message>
        <source>The pod network must be between /%1 and /%2, not /%3.</source>
        <translation>Das Pod-Netz muss zwischen /%1 und /%2 liegen, nicht bei /%3.</translation>
    </message>
    <message>
        <source>The service network must be between /%1 and /%2, not /%3.</source>
        <translation>Das Dienste-Netz muss zwischen /%1 und /%2 liegen, nicht bei /%3.</translation>
    </message>
    <message>
        <source>%1 overlaps %2, %3.</source>
        <translation>%1 überschneidet sich mit %2, %3.</translation>
    </message>
    <message>
        <source>%1 overlaps the VPC network %2 of this blueprint.</source>
        <translation>%1 überschneidet sich mit dem VPC-Netz %2 dieses Bauplans.</translation>
    </message>
    <message>
        <source>%1 overlaps the pod network %2 of this blueprint.</source>
        <translation>%1 überschneidet sich mit dem Pod-Netz %2 dieses Bauplans.</translation>
    </message>
    <message>
        <source>Not a key id or MD5 fingerprint: %1.</source>
        <translation>Keine Schlüssel-ID und kein MD5-Fingerabdruck: %1.</translation>
    </message>
    <message>
        <source>ssh_key_file is used only together with ssh_key_ids; a key is made for this deployment instead.</source>
        <translation>ssh_key_file gilt nur zusammen mit ssh_key_ids; stattdessen wird für dieses Deployment ein Schlüssel erzeugt.</translation>
    </message>
    <message>
        <source>Without a source nobody could reach the bastion, and nothing behind it could be verified.</source>
        <translation>Ohne Quelle könnte niemand die Bastion erreichen, und nichts dahinter ließe sich prüfen.</translation>
    </message>
    <message>
        <source>At most 500 sources fit one firewall rule.</source>
        <translation>In eine Firewall-Regel passen höchstens 500 Quellen.</translation>
    </message>
    <message>
        <source>Not a network in CIDR notation: %1.</source>
        <translation>Kein Netz in CIDR-Schreibweise: %1.</translation>
    </message>
    <message>
        <source>The bastion&apos;s port 22 is open to the world (keys only).</source>
        <translation>Port 22 der Bastion steht der ganzen Welt offen (nur mit Schlüsseln).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a slug.</source>
        <translation>„%1“ ist kein Kürzel.</translation>
    </message>
    <message>
        <source>Unknown: %1. Known are %2.</source>
        <translation>Unbekannt: %1. Bekannt sind %2.</translation>
    </message>
    <message>
        <source>reserved by the platform everywhere</source>
        <translation>von der Plattform überall reserviert</translation>
    </message>
    <message>
        <source>reserved by the platform in %1</source>
        <translation>von der Plattform in %1 reserviert</translation>
    </message>
    <message>
        <source>a variable name was expected</source>
        <translation>erwartet wurde ein Variablenname</translation>
    </message>
    <message>
        <source>blocks are not allowed here</source>
        <translation>Blöcke sind hier nicht erlaubt</translation>
    </message>
    <message>
        <source>Write name = value.</source>
        <translation>Schreiben Sie name = wert.</translation>
    </message>
    <message>
        <source>&quot;=&quot; was expected after %1</source>
        <translation>nach %1 wurde „=“ erwartet</translation>
    </message>
    <message>
        <source>%1 is given twice (first on line %2)</source>
        <translation>%1 ist doppelt angegeben (zuerst in Zeile %2)</translation>
    </message>
    <message>
        <source>something follows the value of %1</source>
        <translation>hinter dem Wert von %1 steht noch etwas</translation>
    </message>
    <message>
        <source>Only plain values are read: no expressions, one variable per line.</source>
        <translation>Gelesen werden nur einfache Werte: keine Ausdrücke, eine Variable je Zeile.</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>Zeile %1: %2.</translation>
    </message>
    <message>
        <source>a /* comment is never closed</source>
        <translation>ein /*-Kommentar wird nie geschlossen</translation>
    </message>
    <message>
        <source>lists are nested deeper than %1</source>
        <translation>Listen sind tiefer als %1 verschachtelt</translation>
    </message>
    <message>
        <source>heredocs are not read</source>
        <translation>Heredocs werden nicht gelesen</translation>
    </message>
    <message>
        <source>Write the text as one &quot;quoted string&quot;.</source>
        <translation>Schreiben Sie den Text als einen &quot;Text in Anführungszeichen&quot;.</translation>
    </message>
    <message>
        <source>a value was expected</source>
        <translation>erwartet wurde ein Wert</translation>
    </message>
    <message>
        <source>%1 is not a plain value</source>
        <translation>%1 ist kein einfacher Wert</translation>
    </message>
    <message>
        <source>Put text in double quotes; references and functions are not read here.</source>
        <translation>Setzen Sie Text in doppelte Anführungszeichen; Verweise und Funktionen werden hier nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>${} templates are not read</source>
        <translation>${}-Vorlagen werden nicht gelesen</translation>
    </message>
    <message>
        <source>Write the value itself, or $${ for the literal characters ${.</source>
        <translation>Schreiben Sie den Wert selbst, oder $${ für die Zeichen ${ selbst.</translation>
    </message>
    <message>
        <source>an unknown escape is in the string</source>
        <translation>im Text steht eine unbekannte Escape-Folge</translation>
    </message>
    <message>
        <source>Known are \n \r \t \&quot; \\ \uNNNN \UNNNNNNNN.</source>
        <translation>Bekannt sind \n \r \t \&quot; \\ \uNNNN \UNNNNNNNN.</translation>
    </message>
    <message>
        <source>a string is never closed</source>
        <translation>ein Text wird nie geschlossen</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;]&quot; was expected in the list</source>
        <translation>in der Liste wurde „,“ oder „]“ erwartet</translation>
    </message>
    <message>
        <source>a list is never closed</source>
        <translation>eine Liste wird nie geschlossen</translation>
    </message>
    <message>
        <source>name = value was expected inside { }</source>
        <translation>in { } wurde name = wert erwartet</translation>
    </message>
    <message>
        <source>&quot;,&quot;, a new line or &quot;}&quot; was expected</source>
        <translation>erwartet wurde „,“, eine neue Zeile oder „}“</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB.</source>
        <translation>Die Datei ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>A .tfvars file holds a few lines of name = value.</source>
        <translation>Eine .tfvars-Datei enthält einige Zeilen mit name = wert.</translation>
    </message>
</context>
<context>
    <name>core::digitalocean</name>
    <message>
        <source>DigitalOcean accepted the request, but its answer cannot be read.</source>
        <translation>DigitalOcean hat die Anfrage angenommen, aber die Antwort ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Look whether the object exists before creating it again.</source>
        <translation>Sehen Sie nach, ob es das Objekt gibt, bevor Sie es erneut erstellen.</translation>
    </message>
    <message>
        <source>DigitalOcean&apos;s answer cannot be read: %1.</source>
        <translation>Die Antwort von DigitalOcean ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The list never ends</source>
        <translation>Die Liste nimmt kein Ende</translation>
    </message>
    <message>
        <source>The cluster&apos;s credentials hold no certificate authority or no token.</source>
        <translation>Die Zugangsdaten des Clusters enthalten keine Zertifizierungsstelle oder kein Token.</translation>
    </message>
    <message>
        <source>The cluster&apos;s credentials name no https server, or their token is none.</source>
        <translation>Die Zugangsdaten des Clusters nennen keinen https-Server, oder ihr Token ist keines.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>The account&apos;s limit is reached</source>
        <translation>Das Limit des Kontos ist erreicht</translation>
    </message>
    <message>
        <source>Delete what is not needed or ask DigitalOcean to raise the limit.</source>
        <translation>Löschen Sie, was Sie nicht brauchen, oder bitten Sie DigitalOcean um ein höheres Limit.</translation>
    </message>
    <message>
        <source>The account is locked</source>
        <translation>Das Konto ist gesperrt</translation>
    </message>
    <message>
        <source>Open the control panel: DigitalOcean says there what it needs from you.</source>
        <translation>Öffnen Sie das Control Panel: Dort sagt DigitalOcean, was es von Ihnen braucht.</translation>
    </message>
    <message>
        <source>It cannot be deleted now</source>
        <translation>Es lässt sich jetzt nicht löschen</translation>
    </message>
    <message>
        <source>Remove what is still in it, then try again; a region&apos;s default VPC stays.</source>
        <translation>Entfernen Sie, was noch darin ist, und versuchen Sie es erneut; die Standard-VPC einer Region bleibt.</translation>
    </message>
    <message>
        <source>The token may not do this</source>
        <translation>Das Token darf das nicht</translation>
    </message>
    <message>
        <source>Give the token more scopes, or use another token.</source>
        <translation>Geben Sie dem Token mehr Berechtigungen (Scopes) oder nehmen Sie ein anderes Token.</translation>
    </message>
    <message>
        <source>The token needs the scope %1. Add it to the token, or use another token.</source>
        <translation>Das Token braucht die Berechtigung (Scope) %1. Fügen Sie sie dem Token hinzu oder nehmen Sie ein anderes Token.</translation>
    </message>
    <message>
        <source>It exists already</source>
        <translation>Das gibt es schon</translation>
    </message>
    <message>
        <source>Use the existing one or choose another name.</source>
        <translation>Verwenden Sie das vorhandene oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>DigitalOcean refused the values</source>
        <translation>DigitalOcean hat die Werte abgelehnt</translation>
    </message>
    <message>
        <source>Change the value that the message names.</source>
        <translation>Ändern Sie den Wert, den die Meldung nennt.</translation>
    </message>
    <message>
        <source>The object&apos;s state does not allow this now</source>
        <translation>Der Zustand des Objekts lässt das jetzt nicht zu</translation>
    </message>
    <message>
        <source>Wait until pending changes are done and try again.</source>
        <translation>Warten Sie, bis laufende Änderungen fertig sind, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>DigitalOcean does not accept the token</source>
        <translation>DigitalOcean nimmt das Token nicht an</translation>
    </message>
    <message>
        <source>The token is wrong, expired or revoked. Enter another one.</source>
        <translation>Das Token ist falsch, abgelaufen oder widerrufen. Geben Sie ein anderes ein.</translation>
    </message>
    <message>
        <source>The object does not exist</source>
        <translation>Das Objekt gibt es nicht</translation>
    </message>
    <message>
        <source>Something that the request names is gone. Look at the plan again.</source>
        <translation>Etwas, das die Anfrage nennt, ist weg. Sehen Sie sich den Plan noch einmal an.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, it was deleted elsewhere (status shows what else is gone), or the API address is not DigitalOcean&apos;s.</source>
        <translation>Versuchen Sie es erneut. Bleibt es dabei, wurde es anderswo gelöscht (der Status zeigt, was noch weg ist), oder die API-Adresse ist nicht die von DigitalOcean.</translation>
    </message>
    <message>
        <source>DigitalOcean limits the rate of requests for this token</source>
        <translation>DigitalOcean begrenzt die Zahl der Anfragen für dieses Token</translation>
    </message>
    <message>
        <source>Try again in %1 seconds.</source>
        <translation>Versuchen Sie es in %1 Sekunden erneut.</translation>
    </message>
    <message>
        <source>Wait some minutes; other programs may use the same token.</source>
        <translation>Warten Sie einige Minuten; womöglich benutzen andere Programme dasselbe Token.</translation>
    </message>
    <message>
        <source>DigitalOcean has a problem; the request may have been carried out</source>
        <translation>DigitalOcean hat ein Problem; die Anfrage wurde womöglich ausgeführt</translation>
    </message>
    <message>
        <source>DigitalOcean has a problem</source>
        <translation>DigitalOcean hat ein Problem</translation>
    </message>
    <message>
        <source>Try again later; see status.digitalocean.com.</source>
        <translation>Versuchen Sie es später erneut; siehe status.digitalocean.com.</translation>
    </message>
    <message>
        <source>DigitalOcean refused the request</source>
        <translation>DigitalOcean hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Change what the message names; its request id helps DigitalOcean&apos;s support.</source>
        <translation>Ändern Sie, was die Meldung nennt; ihre Anfrage-ID hilft dem Support von DigitalOcean.</translation>
    </message>
    <message>
        <source>The server gave an answer that is not the API&apos;s</source>
        <translation>Der Server gab eine Antwort, die nicht von der API stammt</translation>
    </message>
    <message>
        <source>Check the API address in the settings.</source>
        <translation>Prüfen Sie die API-Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>nobody that is known</source>
        <translation>niemanden, der bekannt ist</translation>
    </message>
    <message>
        <source>%1 %2 is missing</source>
        <translation>%1 %2 fehlt</translation>
    </message>
    <message>
        <source>%1 %2 is open for %3 instead of %4</source>
        <translation>%1 %2 ist offen für %3 statt für %4</translation>
    </message>
    <message>
        <source>%1 %2 for %3 was not planned</source>
        <translation>%1 %2 für %3 war nicht geplant</translation>
    </message>
    <message>
        <source>inbound</source>
        <translation>eingehend</translation>
    </message>
    <message>
        <source>outbound</source>
        <translation>ausgehend</translation>
    </message>
    <message>
        <source>it acts on the tags %1 instead of %2</source>
        <translation>sie wirkt auf die Tags %1 statt auf %2</translation>
    </message>
    <message>
        <source>droplet %1 is attached, which is not ours</source>
        <translation>das Droplet %1 ist angehängt, das nicht unseres ist</translation>
    </message>
    <message>
        <source>The reply cannot be understood: %1.</source>
        <translation>Die Antwort ist nicht verständlich: %1.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, the platform has changed and this program needs an update.</source>
        <translation>Versuchen Sie es erneut. Bleibt es dabei, hat sich die Plattform geändert und dieses Programm braucht eine Aktualisierung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an object</source>
        <translation>„%1“ ist kein Objekt</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>das Dokument</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number</source>
        <translation>„%1“ ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an id</source>
        <translation>„%1“ ist keine ID</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not true or false</source>
        <translation>„%1“ ist weder true noch false</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list</source>
        <translation>„%1“ ist keine Liste</translation>
    </message>
    <message>
        <source>The link to the next page is not valid.</source>
        <translation>Der Verweis auf die nächste Seite ist ungültig.</translation>
    </message>
    <message>
        <source>The link to the next page points to another server (%1); it was not followed.</source>
        <translation>Der Verweis auf die nächste Seite zeigt auf einen anderen Server (%1); ihm wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>This is not an OpenSSH public key.</source>
        <translation>Das ist kein öffentlicher OpenSSH-Schlüssel.</translation>
    </message>
    <message>
        <source>Give the content of a file like ~/.ssh/id_ed25519.pub.</source>
        <translation>Geben Sie den Inhalt einer Datei wie ~/.ssh/id_ed25519.pub an.</translation>
    </message>
</context>
<context>
    <name>core::engine</name>
    <message>
        <source>A deployment named %1 exists already</source>
        <translation>Ein Deployment namens %1 gibt es schon</translation>
    </message>
    <message>
        <source>Resume or destroy it, or use another name prefix.</source>
        <translation>Setzen Sie es fort, bauen Sie es ab oder nehmen Sie ein anderes Namenspräfix.</translation>
    </message>
    <message>
        <source>%1 is being torn down or already is</source>
        <translation>%1 wird gerade abgebaut oder ist es schon</translation>
    </message>
    <message>
        <source>Finish the teardown with resume, then make a new plan.</source>
        <translation>Beenden Sie den Abbau mit „Fortsetzen“ und machen Sie dann einen neuen Plan.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile</source>
        <translation>%1 wurde inzwischen von jemand anderem geändert</translation>
    </message>
    <message>
        <source>Look at it again and repeat the change.</source>
        <translation>Sehen Sie es sich noch einmal an und wiederholen Sie die Änderung.</translation>
    </message>
    <message>
        <source>skipped because %1 did not become ready</source>
        <translation>übersprungen, weil %1 nicht bereit wurde</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>Stopping: nothing new is started, what was asked for is waited for</source>
        <translation>Wird angehalten: Nichts Neues beginnt, auf Angefragtes wird gewartet</translation>
    </message>
    <message>
        <source>Stopped by you; what was made is recorded</source>
        <translation>Von Ihnen angehalten; was erstellt wurde, ist festgehalten</translation>
    </message>
    <message>
        <source>Resume to go on, or destroy to remove it.</source>
        <translation>Mit „Fortsetzen“ geht es weiter, mit „Abbauen“ wird es entfernt.</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>%1 was not reached within %2 s: %3</source>
        <translation>%1 wurde nicht innerhalb von %2 s erreicht: %3</translation>
    </message>
    <message>
        <source>Look at the machine in the control panel; resume goes on waiting.</source>
        <translation>Sehen Sie sich die Maschine im Control Panel an; „Fortsetzen“ wartet weiter.</translation>
    </message>
    <message>
        <source>reading it back</source>
        <translation>wird zurückgelesen</translation>
    </message>
    <message>
        <source>asking for it</source>
        <translation>wird angefragt</translation>
    </message>
    <message>
        <source>%1; asks again soon</source>
        <translation>%1; es wird bald erneut angefragt</translation>
    </message>
    <message>
        <source>Something named %1 exists in the account and is not of this deployment; it was not touched. Choose another name prefix, or rename or remove it, then resume.</source>
        <translation>Im Konto gibt es etwas namens %1, das nicht von diesem Deployment ist; es wurde nicht angerührt. Wählen Sie ein anderes Namenspräfix, oder benennen Sie es um oder entfernen Sie es und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>the outcome is not known; looking for it</source>
        <translation>der Ausgang ist nicht bekannt; es wird gesucht</translation>
    </message>
    <message>
        <source>%1: the outcome of the create is not known, looking for %2</source>
        <translation>%1: Der Ausgang des Erstellens ist nicht bekannt, %2 wird gesucht</translation>
    </message>
    <message>
        <source>It is not known whether %1 was created: %2</source>
        <translation>Es ist nicht bekannt, ob %1 erstellt wurde: %2</translation>
    </message>
    <message>
        <source>Resume when the platform answers again: it is looked for before anything is created.</source>
        <translation>Setzen Sie fort, wenn die Plattform wieder antwortet: Erst wird danach gesucht, dann etwas erstellt.</translation>
    </message>
    <message>
        <source>%1: found it (%2): %3</source>
        <translation>%1: gefunden (%2): %3</translation>
    </message>
    <message>
        <source>%1 was not in the account when this deployment was rebuilt, and is not now</source>
        <translation>%1 war nicht im Konto, als dieses Deployment wiedergefunden wurde, und ist es auch jetzt nicht</translation>
    </message>
    <message>
        <source>Resume with --recreate makes it again (a new NAT gateway has a new egress IP); or destroy the deployment.</source>
        <translation>Fortsetzen mit --recreate erstellt es neu (ein neues NAT-Gateway hat eine neue Egress-IP); oder bauen Sie das Deployment ab.</translation>
    </message>
    <message>
        <source>%1 could not be created: %2 attempts were not answered</source>
        <translation>%1 konnte nicht erstellt werden: %2 Versuche blieben ohne Antwort</translation>
    </message>
    <message>
        <source>Resume later.</source>
        <translation>Setzen Sie später fort.</translation>
    </message>
    <message>
        <source>%1 (made %2, %3)</source>
        <translation>%1 (erstellt %2, %3)</translation>
    </message>
    <message>
        <source>%1 objects named %2 could be ours: %3</source>
        <translation>%1 Objekte namens %2 könnten unsere sein: %3</translation>
    </message>
    <message>
        <source>Delete all but one of them in the control panel, then resume.</source>
        <translation>Löschen Sie im Control Panel alle bis auf eines und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>%1 (%2 was created with id %3)</source>
        <translation>%1 (%2 wurde mit der ID %3 erstellt)</translation>
    </message>
    <message>
        <source>not visible yet</source>
        <translation>noch nicht sichtbar</translation>
    </message>
    <message>
        <source>%1 (%2) was created and is gone: somebody deleted it</source>
        <translation>%1 (%2) wurde erstellt und ist weg: Jemand hat es gelöscht</translation>
    </message>
    <message>
        <source>Resume with --recreate makes it again; or destroy the deployment.</source>
        <translation>Fortsetzen mit --recreate erstellt es neu; oder bauen Sie das Deployment ab.</translation>
    </message>
    <message>
        <source>%1 (%2) was created and is gone: somebody deleted it. Its egress IP %3 is lost: a new gateway gets another address</source>
        <translation>%1 (%2) wurde erstellt und ist weg: Jemand hat es gelöscht. Seine Egress-IP %3 ist verloren: Ein neues Gateway bekommt eine andere Adresse</translation>
    </message>
    <message>
        <source>Tell everybody who allow-lists %1. Then resume with --recreate and --abandon-egress-ip %1 makes a new one; or destroy the deployment.</source>
        <translation>Sagen Sie es allen, die %1 freigegeben haben. Danach erstellt Fortsetzen mit --recreate und --abandon-egress-ip %1 ein neues; oder bauen Sie das Deployment ab.</translation>
    </message>
    <message>
        <source>%1: it is gone and is made again, as you said</source>
        <translation>%1: ist weg und wird neu erstellt, wie Sie gesagt haben</translation>
    </message>
    <message>
        <source>The platform could not make %1: %2</source>
        <translation>Die Plattform konnte %1 nicht erstellen: %2</translation>
    </message>
    <message>
        <source>Destroy the deployment (this removes it too) and apply again; if it happens again, ask the platform&apos;s support.</source>
        <translation>Bauen Sie das Deployment ab (das entfernt auch dies) und erstellen Sie es neu; geschieht es wieder, fragen Sie den Support der Plattform.</translation>
    </message>
    <message>
        <source>changing: %1</source>
        <translation>wird geändert: %1</translation>
    </message>
    <message>
        <source>%1: %2; changing it</source>
        <translation>%1: %2; wird geändert</translation>
    </message>
    <message>
        <source>the change was accepted</source>
        <translation>die Änderung wurde angenommen</translation>
    </message>
    <message>
        <source>%1 was not ready after %2 s: %3</source>
        <translation>%1 war nach %2 s nicht bereit: %3</translation>
    </message>
    <message>
        <source>It may still become ready: resume goes on waiting.</source>
        <translation>Es kann noch bereit werden: „Fortsetzen“ wartet weiter.</translation>
    </message>
    <message>
        <source>The NAT gateway&apos;s egress IP is %1; this deployment promised %2</source>
        <translation>Die Egress-IP des NAT-Gateways ist %1; dieses Deployment hat %2 versprochen</translation>
    </message>
    <message>
        <source>Tell everybody who allow-lists %1. Then resume with --abandon-egress-ip %1 takes the new address as the deployment&apos;s own.</source>
        <translation>Sagen Sie es allen, die %1 freigegeben haben. Danach übernimmt Fortsetzen mit --abandon-egress-ip %1 die neue Adresse als die des Deployments.</translation>
    </message>
    <message>
        <source>The plan is of another deployment named %1</source>
        <translation>Der Plan gehört zu einem anderen Deployment namens %1</translation>
    </message>
    <message>
        <source>Destroy with the plan that the state keeps.</source>
        <translation>Bauen Sie mit dem Plan ab, den der Zustandsspeicher enthält.</translation>
    </message>
    <message>
        <source>kept because %1 is still there</source>
        <translation>behalten, weil %1 noch da ist</translation>
    </message>
    <message>
        <source>Stopped by you; what is left is recorded</source>
        <translation>Von Ihnen angehalten; was übrig ist, ist festgehalten</translation>
    </message>
    <message>
        <source>Resume goes on with the teardown.</source>
        <translation>„Fortsetzen“ führt den Abbau weiter.</translation>
    </message>
    <message>
        <source>The call was dropped before it was answered</source>
        <translation>Der Aufruf wurde fallen gelassen, bevor er beantwortet war</translation>
    </message>
    <message>
        <source>stopped; resume goes on from here</source>
        <translation>angehalten; „Fortsetzen“ macht hier weiter</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Von Ihnen angehalten</translation>
    </message>
    <message>
        <source>asked for, the answer is not recorded</source>
        <translation>angefragt, die Antwort ist nicht festgehalten</translation>
    </message>
    <message>
        <source>there are %1 of it</source>
        <translation>es gibt %1 davon</translation>
    </message>
    <message>
        <source>it is not in the account</source>
        <translation>es ist nicht im Konto</translation>
    </message>
    <message>
        <source>nothing proves that it is ours: %1</source>
        <translation>nichts beweist, dass es unseres ist: %1</translation>
    </message>
    <message>
        <source>it went away while it was looked at</source>
        <translation>es verschwand, während es angesehen wurde</translation>
    </message>
    <message>
        <source>there is no cluster</source>
        <translation>es gibt keinen Cluster</translation>
    </message>
    <message>
        <source>the cluster has a Route of this name</source>
        <translation>der Cluster hat eine Route dieses Namens</translation>
    </message>
    <message>
        <source>%1: found %2 (%3)</source>
        <translation>%1: %2 gefunden (%3)</translation>
    </message>
    <message>
        <source>kept: it is shared by the whole account</source>
        <translation>behalten: Das ganze Konto teilt es sich</translation>
    </message>
    <message>
        <source>was never made</source>
        <translation>wurde nie erstellt</translation>
    </message>
    <message>
        <source>its create was never answered; looking for it</source>
        <translation>auf das Erstellen kam nie eine Antwort; es wird gesucht</translation>
    </message>
    <message>
        <source>it was asked for and never appeared in the list</source>
        <translation>es wurde angefragt und erschien nie in der Liste</translation>
    </message>
    <message>
        <source>%1 objects named %2 could be ours</source>
        <translation>%1 Objekte namens %2 könnten unsere sein</translation>
    </message>
    <message>
        <source>Delete ours in the control panel, then resume.</source>
        <translation>Löschen Sie unseres im Control Panel und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>made %1 s ago and not visible yet</source>
        <translation>vor %1 s erstellt und noch nicht sichtbar</translation>
    </message>
    <message>
        <source>%1 with id %2 does not look like ours any more (it is named %3; %4), so it was not deleted</source>
        <translation>%1 mit der ID %2 sieht nicht mehr wie unseres aus (der Name ist %3; %4) und wurde deshalb nicht gelöscht</translation>
    </message>
    <message>
        <source>Give it back its name %1, or delete it yourself, then resume.</source>
        <translation>Geben Sie ihm seinen Namen %1 zurück oder löschen Sie es selbst, und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>kept: region default</source>
        <translation>behalten: Standard der Region</translation>
    </message>
    <message>
        <source>kept: %1 other resources carry it</source>
        <translation>behalten: %1 andere Ressourcen tragen ihn</translation>
    </message>
    <message>
        <source>%1 resources still carry it</source>
        <translation>%1 Ressourcen tragen ihn noch</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>wird gelöscht</translation>
    </message>
    <message>
        <source>members that this token may not read</source>
        <translation>Mitglieder, die dieses Token nicht lesen darf</translation>
    </message>
    <message>
        <source>the platform still counts members</source>
        <translation>die Plattform zählt noch Mitglieder</translation>
    </message>
    <message>
        <source>The VPC cannot be deleted while it has members: %1</source>
        <translation>Die VPC lässt sich nicht löschen, solange sie Mitglieder hat: %1</translation>
    </message>
    <message>
        <source>Remove them if they are not needed, then resume.</source>
        <translation>Entfernen Sie sie, wenn sie nicht gebraucht werden, und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>%1: waiting for %2</source>
        <translation>%1: wartet auf %2</translation>
    </message>
    <message>
        <source>waiting for its members: %1</source>
        <translation>wartet auf ihre Mitglieder: %1</translation>
    </message>
    <message>
        <source>still there</source>
        <translation>noch da</translation>
    </message>
    <message>
        <source>not found; asking once more</source>
        <translation>nicht gefunden; es wird noch einmal gefragt</translation>
    </message>
    <message>
        <source>GET %1 answered 404</source>
        <translation>GET %1 antwortete 404</translation>
    </message>
    <message>
        <source>%1 node droplets are still there</source>
        <translation>%1 Node-Droplets sind noch da</translation>
    </message>
    <message>
        <source>no node droplets; asking once more</source>
        <translation>keine Node-Droplets; es wird noch einmal gefragt</translation>
    </message>
    <message>
        <source>GET %1 answered 404 and no droplet has the tag %2</source>
        <translation>GET %1 antwortete 404, und kein Droplet hat den Tag %2</translation>
    </message>
    <message>
        <source>%1 did not go away in time: %2</source>
        <translation>%1 verschwand nicht rechtzeitig: %2</translation>
    </message>
    <message>
        <source>Resume goes on waiting.</source>
        <translation>„Fortsetzen“ wartet weiter.</translation>
    </message>
    <message>
        <source>opening the cluster</source>
        <translation>der Cluster wird geöffnet</translation>
    </message>
    <message>
        <source>its cluster is gone</source>
        <translation>ihr Cluster ist weg</translation>
    </message>
    <message>
        <source>the cluster&apos;s API could not be opened: %1</source>
        <translation>die API des Clusters ließ sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>deleting verification pod %1</source>
        <translation>der Prüf-Pod %1 wird gelöscht</translation>
    </message>
    <message>
        <source>route: pod %1 could not be deleted: %2</source>
        <translation>route: Pod %1 konnte nicht gelöscht werden: %2</translation>
    </message>
    <message>
        <source>deleting the route</source>
        <translation>die Route wird gelöscht</translation>
    </message>
    <message>
        <source>the cluster answered 404</source>
        <translation>der Cluster antwortete 404</translation>
    </message>
    <message>
        <source>its finalizer still holds it</source>
        <translation>ihr Finalizer hält sie noch</translation>
    </message>
    <message>
        <source>not confirmed within 60 s (%1); it goes with its cluster</source>
        <translation>nicht innerhalb von 60 s bestätigt (%1); sie verschwindet mit ihrem Cluster</translation>
    </message>
    <message>
        <source>route: %1</source>
        <translation>route: %1</translation>
    </message>
    <message>
        <source>listing what workloads made</source>
        <translation>was Workloads erstellt haben, wird aufgelistet</translation>
    </message>
    <message>
        <source>the cluster is gone</source>
        <translation>der Cluster ist weg</translation>
    </message>
    <message>
        <source>workloads made nothing</source>
        <translation>Workloads haben nichts erstellt</translation>
    </message>
    <message>
        <source>Workloads of the cluster made %1</source>
        <translation>Workloads des Clusters haben %1 erstellt</translation>
    </message>
    <message>
        <source>Save what you need, then destroy with consent to delete them too, or delete them in the cluster.</source>
        <translation>Sichern Sie, was Sie brauchen, und bauen Sie dann mit der Zustimmung ab, auch dies zu löschen, oder löschen Sie es im Cluster.</translation>
    </message>
    <message>
        <source>deleted with the cluster, as you agreed: %1</source>
        <translation>mit dem Cluster gelöscht, wie Sie zugestimmt haben: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1; next look in %2, gives up in %3</source>
        <translation>%1; nächster Blick in %2, gibt auf in %3</translation>
    </message>
    <message>
        <source>%1 cannot be changed in place</source>
        <translation>%1 lässt sich nicht am Bestehenden ändern</translation>
    </message>
    <message>
        <source>The request of %1 refers to %2, which no step made known</source>
        <translation>Die Anfrage von %1 verweist auf %2, was kein Schritt bekannt gemacht hat</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>Zustand %1</translation>
    </message>
    <message>
        <source>state %1: %2</source>
        <translation>Zustand %1: %2</translation>
    </message>
    <message>
        <source>state running, waiting for its endpoint</source>
        <translation>Zustand running, wartet auf seinen Endpunkt</translation>
    </message>
    <message>
        <source>the pool %1 has %2 nodes instead of %3</source>
        <translation>der Pool %1 hat %2 Nodes statt %3</translation>
    </message>
    <message>
        <source>%1 of the %2 nodes of %3 run</source>
        <translation>%1 der %2 Nodes von %3 laufen</translation>
    </message>
    <message>
        <source>it stands in VPC %1 with tags %2</source>
        <translation>es steht in VPC %1 mit den Tags %2</translation>
    </message>
    <message>
        <source>state active, waiting for its addresses</source>
        <translation>Zustand active, wartet auf seine Adressen</translation>
    </message>
    <message>
        <source>it has no tags</source>
        <translation>es hat keine Tags</translation>
    </message>
    <message>
        <source>its tags are %1</source>
        <translation>seine Tags sind %1</translation>
    </message>
    <message>
        <source>status failed</source>
        <translation>Status failed</translation>
    </message>
    <message>
        <source>status %1, %2 changes pending</source>
        <translation>Status %1, %2 Änderungen ausstehend</translation>
    </message>
    <message>
        <source>it acts on no tags</source>
        <translation>sie wirkt auf keine Tags</translation>
    </message>
    <message>
        <source>it acts on tags %1</source>
        <translation>sie wirkt auf die Tags %1</translation>
    </message>
    <message>
        <source>%1: no attestation was asked for; the host key is pinned as seen</source>
        <translation>%1: Eine Beglaubigung war nicht verlangt; der Host-Schlüssel wird festgelegt, wie er gesehen wurde</translation>
    </message>
    <message>
        <source>the machine has not attested its host key yet</source>
        <translation>die Maschine hat ihren Host-Schlüssel noch nicht beglaubigt</translation>
    </message>
    <message>
        <source>Somebody may stand between you and %1. Do not log in; destroy the deployment.</source>
        <translation>Womöglich steht jemand zwischen Ihnen und %1. Melden Sie sich nicht an; bauen Sie das Deployment ab.</translation>
    </message>
    <message>
        <source>%1: host key %2 attested and pinned</source>
        <translation>%1: Host-Schlüssel %2 beglaubigt und festgelegt</translation>
    </message>
    <message>
        <source>The first boot of %1 failed: %2</source>
        <translation>Der erste Start von %1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Read /var/log/cloud-init-output.log on the machine, or destroy and apply again.</source>
        <translation>Lesen Sie /var/log/cloud-init-output.log auf der Maschine, oder bauen Sie ab und erstellen Sie neu.</translation>
    </message>
    <message>
        <source>the first boot is still running</source>
        <translation>der erste Start läuft noch</translation>
    </message>
    <message>
        <source>first boot: %1</source>
        <translation>erster Start: %1</translation>
    </message>
    <message>
        <source>On the private droplet the default route is &quot;%1&quot;, not by the NAT gateway %2</source>
        <translation>Auf dem privaten Droplet ist die Default-Route „%1“, nicht über das NAT-Gateway %2</translation>
    </message>
    <message>
        <source>Resume checks again; `sluicectl verify` explains and repairs it.</source>
        <translation>„Fortsetzen“ prüft erneut; `sluicectl verify` erklärt und repariert es.</translation>
    </message>
    <message>
        <source>the default route is &quot;%1&quot;, not by the NAT gateway %2</source>
        <translation>die Default-Route ist „%1“, nicht über das NAT-Gateway %2</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>die Verbindung ging verloren</translation>
    </message>
    <message>
        <source>state ACTIVE, waiting for its addresses</source>
        <translation>Zustand ACTIVE, wartet auf seine Adressen</translation>
    </message>
    <message>
        <source>its size is %1 instead of %2</source>
        <translation>seine Größe ist %1 statt %2</translation>
    </message>
    <message>
        <source>it does not say its VPC</source>
        <translation>es nennt seine VPC nicht</translation>
    </message>
    <message>
        <source>it stands in VPC %1</source>
        <translation>es steht in VPC %1</translation>
    </message>
    <message>
        <source>the cluster does not serve the Route resource yet</source>
        <translation>der Cluster bietet die Ressource Route noch nicht an</translation>
    </message>
    <message>
        <source>none of %1 nodes is ready</source>
        <translation>keiner von %1 Nodes ist bereit</translation>
    </message>
    <message>
        <source>the routing agent runs on %1 of %2 nodes</source>
        <translation>der Routing-Agent läuft auf %1 von %2 Nodes</translation>
    </message>
    <message>
        <source>the routing agent is not there yet</source>
        <translation>der Routing-Agent ist noch nicht da</translation>
    </message>
    <message>
        <source>The cluster&apos;s API was not opened</source>
        <translation>Die API des Clusters wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>its fingerprint is %1</source>
        <translation>sein Fingerabdruck ist %1</translation>
    </message>
    <message>
        <source>%1 resources carry it</source>
        <translation>%1 Ressourcen tragen ihn</translation>
    </message>
    <message>
        <source>its description names deployment %1</source>
        <translation>ihre Beschreibung nennt das Deployment %1</translation>
    </message>
    <message>
        <source>its description does not name deployment %1</source>
        <translation>ihre Beschreibung nennt das Deployment %1 nicht</translation>
    </message>
    <message>
        <source>looking for anything left</source>
        <translation>Überreste werden gesucht</translation>
    </message>
    <message>
        <source>listing every %1 of the account</source>
        <translation>alles im Konto von der Art „%1“ wird aufgelistet</translation>
    </message>
    <message>
        <source>not in the list of %1 (%2 entries)</source>
        <translation>nicht in der Liste: %1 (%2 Einträge)</translation>
    </message>
    <message>
        <source>%1 objects are still there; looking again</source>
        <translation>%1 Objekte sind noch da; es wird erneut nachgesehen</translation>
    </message>
    <message>
        <source>still kept on this computer</source>
        <translation>liegt noch auf diesem Computer</translation>
    </message>
    <message>
        <source>not kept on this computer</source>
        <translation>liegt nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>%1 things looked for, none is left</source>
        <translation>%1 Dinge gesucht, keines ist übrig</translation>
    </message>
    <message>
        <source>%1 things are left: %2</source>
        <translation>%1 Dinge sind übrig: %2</translation>
    </message>
    <message>
        <source>Resume tries again; what is not ours any more must be deleted in the control panel.</source>
        <translation>„Fortsetzen“ versucht es erneut; was nicht mehr unseres ist, muss im Control Panel gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>core::http</name>
    <message>
        <source>The address &quot;%1&quot; cannot be used: %2.</source>
        <translation>Die Adresse „%1“ ist nicht verwendbar: %2.</translation>
    </message>
    <message>
        <source>Use an https:// address.</source>
        <translation>Nehmen Sie eine Adresse mit https://.</translation>
    </message>
    <message>
        <source>it names no host</source>
        <translation>sie nennt keinen Host</translation>
    </message>
    <message>
        <source>only https is accepted, because a token is sent there</source>
        <translation>nur https ist erlaubt, weil ein Token dorthin gesendet wird</translation>
    </message>
    <message>
        <source>it must not hold a user name, a query or a fragment</source>
        <translation>sie darf keinen Benutzernamen, keine Abfrage und kein Fragment enthalten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a path on the server.</source>
        <translation>„%1“ ist kein Pfad auf dem Server.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgewiesen.</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved.</source>
        <translation>Der Name %1 lässt sich nicht auflösen.</translation>
    </message>
    <message>
        <source>%1 closed the connection before its reply was complete.</source>
        <translation>%1 hat die Verbindung geschlossen, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified: %2.</source>
        <translation>Die Identität von %1 lässt sich nicht prüfen: %2.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check this computer&apos;s date and whether a proxy intercepts TLS.</source>
        <translation>Nichts wurde gesendet. Prüfen Sie das Datum dieses Computers und ob ein Proxy in TLS eingreift.</translation>
    </message>
    <message>
        <source>%1 The request may have been carried out.</source>
        <translation>%1 Die Anfrage wurde womöglich ausgeführt.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Look whether the object exists before creating it again.</source>
        <translation>Sehen Sie nach, ob es das Objekt gibt, bevor Sie es erneut erstellen.</translation>
    </message>
    <message>
        <source>Check the network connection and try again.</source>
        <translation>Prüfen Sie die Netzwerkverbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The reply is larger than %1 bytes and was refused.</source>
        <translation>Die Antwort ist größer als %1 Bytes und wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, something between this machine and the API answers in its place: check the API address and any proxy.</source>
        <translation>Versuchen Sie es erneut. Bleibt es dabei, antwortet etwas zwischen diesem Computer und der API an deren Stelle: Prüfen Sie die API-Adresse und einen etwaigen Proxy.</translation>
    </message>
    <message>
        <source>The certificate authority of %1 cannot be read.</source>
        <translation>Die Zertifizierungsstelle von %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 wanted to redirect the request to another server (%2); it was not followed.</source>
        <translation>%1 wollte die Anfrage auf einen anderen Server umleiten (%2); dem wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>Check the API address in the settings.</source>
        <translation>Prüfen Sie die API-Adresse in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>core::kubernetes</name>
    <message>
        <source>The cluster does not serve Route objects.</source>
        <translation>Der Cluster bietet keine Route-Objekte an.</translation>
    </message>
    <message>
        <source>Enable the routing agent of the cluster, or wait until it has started.</source>
        <translation>Schalten Sie den Routing-Agenten des Clusters ein oder warten Sie, bis er gestartet ist.</translation>
    </message>
    <message>
        <source>The Route %1 is being deleted.</source>
        <translation>Die Route %1 wird gerade gelöscht.</translation>
    </message>
    <message>
        <source>Wait until it is gone and try again.</source>
        <translation>Warten Sie, bis sie weg ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The cluster&apos;s credentials hold no certificate authority.</source>
        <translation>Die Zugangsdaten des Clusters enthalten keine Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is not a valid list of nodes.</source>
        <translation>Die Antwort des Clusters ist keine gültige Liste von Nodes.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is not a valid Route.</source>
        <translation>Die Antwort des Clusters ist keine gültige Route.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is not a valid pod.</source>
        <translation>Die Antwort des Clusters ist kein gültiger Pod.</translation>
    </message>
    <message>
        <source>Right after a cluster starts this passes by itself; otherwise fetch its credentials again.</source>
        <translation>Kurz nach dem Start eines Clusters vergeht das von selbst; sonst holen Sie seine Zugangsdaten neu.</translation>
    </message>
    <message>
        <source>The cluster&apos;s user may not do this; check the cluster&apos;s role bindings.</source>
        <translation>Der Benutzer des Clusters darf das nicht; prüfen Sie die Rollenbindungen (RoleBindings) des Clusters.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>The cluster&apos;s API answered with HTTP status %1</source>
        <translation>Die API des Clusters antwortete mit dem HTTP-Status %1</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Clusters ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>core::operations</name>
    <message>
        <source>Cancelled before anything was changed</source>
        <translation>Abgebrochen, bevor etwas geändert wurde</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation>Kein Konto ist verbunden</translation>
    </message>
    <message>
        <source>Set DIGITALOCEAN_TOKEN, or choose an account in the app.</source>
        <translation>Setzen Sie DIGITALOCEAN_TOKEN oder wählen Sie in der App ein Konto.</translation>
    </message>
    <message>
        <source>%1 belongs to another account (%2 at %3)</source>
        <translation>%1 gehört zu einem anderen Konto (%2 bei %3)</translation>
    </message>
    <message>
        <source>Use that account&apos;s token and endpoint.</source>
        <translation>Verwenden Sie Token und Endpunkt jenes Kontos.</translation>
    </message>
    <message>
        <source>The deployment key of %1 cannot be read: %2</source>
        <translation>Der Deployment-Schlüssel von %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Run from the account and state folder that created the deployment; API checks and teardown work without the key.</source>
        <translation>Arbeiten Sie mit dem Konto und dem Zustandsordner, die das Deployment erstellt haben; API-Prüfungen und Abbau gehen auch ohne den Schlüssel.</translation>
    </message>
    <message>
        <source>There is no deployment &quot;%1&quot; in %2</source>
        <translation>In %2 gibt es kein Deployment „%1“</translation>
    </message>
    <message>
        <source>sluicectl list shows what there is.</source>
        <translation>sluicectl list zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>Change %1 and plan again.</source>
        <translation>Ändern Sie %1 und planen Sie erneut.</translation>
    </message>
    <message>
        <source>Set %1 to &quot;%2&quot;.</source>
        <translation>Setzen Sie %1 auf „%2“.</translation>
    </message>
    <message>
        <source>The plan was refused without a reason</source>
        <translation>Der Plan wurde ohne Grund abgelehnt</translation>
    </message>
    <message>
        <source>The history could not be written: %1</source>
        <translation>Der Verlauf konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Planning was cancelled; nothing was created</source>
        <translation>Die Planung wurde abgebrochen; nichts wurde erstellt</translation>
    </message>
    <message>
        <source>%1 deployments in the account, %2 of them unknown here</source>
        <translation>Deployments im Konto: %1, davon hier unbekannt: %2</translation>
    </message>
    <message>
        <source>Stopped by you; what was found so far is recorded</source>
        <translation>Von Ihnen angehalten; was bisher gefunden wurde, ist festgehalten</translation>
    </message>
    <message>
        <source>There is nothing that Sluice could repair on %1</source>
        <translation>An %1 gibt es nichts, was Sluice reparieren könnte</translation>
    </message>
    <message>
        <source>status lists what differs; verify measures the egress IP.</source>
        <translation>„Status“ nennt, was abweicht; „Prüfen“ misst die Egress-IP.</translation>
    </message>
    <message>
        <source>This repair changes the egress IP: %1 is lost, and a new NAT gateway gets another address</source>
        <translation>Diese Reparatur ändert die Egress-IP: %1 ist verloren, und ein neues NAT-Gateway bekommt eine andere Adresse</translation>
    </message>
    <message>
        <source>Tell everybody who allow-lists %1. Then repair with --abandon-egress-ip %1.</source>
        <translation>Sagen Sie es allen, die %1 freigegeben haben. Reparieren Sie dann mit --abandon-egress-ip %1.</translation>
    </message>
    <message>
        <source>Cancelled before anything was repaired</source>
        <translation>Abgebrochen, bevor etwas repariert wurde</translation>
    </message>
    <message>
        <source>Repaired %1 differences</source>
        <translation>Reparierte Abweichungen: %1</translation>
    </message>
    <message>
        <source>Cancelled before anything was created</source>
        <translation>Abgebrochen, bevor etwas erstellt wurde</translation>
    </message>
    <message>
        <source>%1 is already torn down; there is nothing to resume</source>
        <translation>%1 ist schon abgebaut; es gibt nichts fortzusetzen</translation>
    </message>
    <message>
        <source>%1 is not wholly rebuilt: the search was interrupted</source>
        <translation>%1 ist nicht vollständig wiedergefunden: Die Suche wurde unterbrochen</translation>
    </message>
    <message>
        <source>Search the account again first (sluicectl rebuild).</source>
        <translation>Durchsuchen Sie zuerst das Konto erneut (sluicectl rebuild).</translation>
    </message>
    <message>
        <source>%1 is being torn down or already is</source>
        <translation>%1 wird gerade abgebaut oder ist es schon</translation>
    </message>
    <message>
        <source>Finish the teardown with resume; then apply the blueprint anew.</source>
        <translation>Beenden Sie den Abbau mit „Fortsetzen“; wenden Sie dann den Bauplan neu an.</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Torn down: %1 checked, %2 left</source>
        <translation>Abgebaut: %1 geprüft, %2 übrig</translation>
    </message>
    <message>
        <source>Teardown stopped: %1</source>
        <translation>Abbau angehalten: %1</translation>
    </message>
    <message>
        <source>%1 stopped: %2</source>
        <translation>%1 angehalten: %2</translation>
    </message>
    <message>
        <source>%1 (%2) is gone from the account</source>
        <translation>%1 (%2) ist aus dem Konto verschwunden</translation>
    </message>
    <message>
        <source>%1 (%2) was deleted by us, yet the account still shows it</source>
        <translation>%1 (%2) wurde von uns gelöscht, und doch zeigt das Konto es noch</translation>
    </message>
    <message>
        <source>%1 is not applied: status %2, %3 pending changes</source>
        <translation>%1 ist nicht in Kraft: Status %2, %3 ausstehende Änderungen</translation>
    </message>
    <message>
        <source>The egress IP is not there; the deployment promised %1</source>
        <translation>Die Egress-IP ist nicht da; das Deployment hat %1 versprochen</translation>
    </message>
    <message>
        <source>The egress IP is %1; the deployment promised %2</source>
        <translation>Die Egress-IP ist %1; das Deployment hat %2 versprochen</translation>
    </message>
    <message>
        <source>The NAT gateway&apos;s state is %1, not ACTIVE</source>
        <translation>Der Zustand des NAT-Gateways ist %1, nicht ACTIVE</translation>
    </message>
    <message>
        <source>A %1 that this deployment did not make is in its VPC</source>
        <translation>In der VPC ist etwas von der Art „%1“, das dieses Deployment nicht erstellt hat</translation>
    </message>
    <message>
        <source>The Route cannot be read: %1</source>
        <translation>Die Route ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The Route %1 is gone from the cluster: its pods leave by other addresses</source>
        <translation>Die Route %1 ist aus dem Cluster verschwunden: Seine Pods gehen über andere Adressen hinaus</translation>
    </message>
    <message>
        <source>The Route sends to %1, not to the NAT gateway %2</source>
        <translation>Die Route sendet an %1, nicht an das NAT-Gateway %2</translation>
    </message>
    <message>
        <source>The Route covers %1, not 0.0.0.0/0</source>
        <translation>Die Route deckt %1 ab, nicht 0.0.0.0/0</translation>
    </message>
    <message>
        <source>The Route names some nodes: the others leave by other addresses</source>
        <translation>Die Route nennt einige Nodes: Die anderen gehen über andere Adressen hinaus</translation>
    </message>
    <message>
        <source>The Route is being deleted</source>
        <translation>Die Route wird gerade gelöscht</translation>
    </message>
    <message>
        <source>%1 to %2: measured %3, not %4</source>
        <translation>%1 → %2: gemessen %3, nicht %4</translation>
    </message>
    <message>
        <source>Drift: %1: %2</source>
        <translation>Abweichung: %1: %2</translation>
    </message>
    <message>
        <source>Status was cancelled</source>
        <translation>Die Statusabfrage wurde abgebrochen</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1: %2 of %3 cells pass</source>
        <translation>%1: %2 von %3 Prüfungen bestanden</translation>
    </message>
    <message>
        <source>%1: %2 of %3 cells pass, measured again</source>
        <translation>%1: %2 von %3 Prüfungen bestanden, erneut gemessen</translation>
    </message>
    <message>
        <source>%1 is torn down; there is nothing to verify</source>
        <translation>%1 ist abgebaut; es gibt nichts zu prüfen</translation>
    </message>
    <message>
        <source>There is no check &quot;%1&quot;</source>
        <translation>Es gibt keine Prüfung „%1“</translation>
    </message>
    <message>
        <source>The checks are pod_egress:&lt;node&gt;, %1.</source>
        <translation>Die Prüfungen sind pod_egress:&lt;node&gt;, %1.</translation>
    </message>
    <message>
        <source>Remedy &quot;%1&quot; started</source>
        <translation>Abhilfe „%1“ begonnen</translation>
    </message>
    <message>
        <source>Remedy %1 done</source>
        <translation>Abhilfe %1 erledigt</translation>
    </message>
    <message>
        <source>Remedy %1 failed: %2</source>
        <translation>Abhilfe %1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>The remedy was not waited for; verify to see its effect</source>
        <translation>Auf die Abhilfe wurde nicht gewartet; prüfen Sie, um ihre Wirkung zu sehen</translation>
    </message>
    <message>
        <source>There is no API token</source>
        <translation>Es gibt kein API-Token</translation>
    </message>
    <message>
        <source>Set DIGITALOCEAN_TOKEN or DIGITALOCEAN_ACCESS_TOKEN.</source>
        <translation>Setzen Sie DIGITALOCEAN_TOKEN oder DIGITALOCEAN_ACCESS_TOKEN.</translation>
    </message>
    <message>
        <source>%1 has no cluster yet</source>
        <translation>%1 hat noch keinen Cluster</translation>
    </message>
    <message>
        <source>%1 port %2 is not reachable from here</source>
        <translation>%1 Port %2 ist von hier nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>core::ssh</name>
    <message>
        <source>The host key %1 (%2) is not the machine&apos;s own: %3</source>
        <translation>Der Host-Schlüssel %1 (%2) ist nicht der der Maschine: %3</translation>
    </message>
    <message>
        <source>Somebody may stand between you and the machine, or the machine was built again. Do not log in; destroy the deployment and create it again from a network you trust.</source>
        <translation>Womöglich steht jemand zwischen Ihnen und der Maschine, oder sie wurde neu gebaut. Melden Sie sich nicht an; bauen Sie das Deployment ab und erstellen Sie es neu aus einem Netz, dem Sie trauen.</translation>
    </message>
    <message>
        <source>there is no valid nonce to check it with</source>
        <translation>es gibt keine gültige Nonce, um ihn zu prüfen</translation>
    </message>
    <message>
        <source>no host key was seen</source>
        <translation>kein Host-Schlüssel wurde gesehen</translation>
    </message>
    <message>
        <source>its attestation is for another key</source>
        <translation>ihre Beglaubigung gilt einem anderen Schlüssel</translation>
    </message>
    <message>
        <source>the machine attested no key of this kind</source>
        <translation>die Maschine hat keinen Schlüssel dieser Art beglaubigt</translation>
    </message>
    <message>
        <source>%1 opened no channel for a command</source>
        <translation>%1 hat keinen Kanal für einen Befehl geöffnet</translation>
    </message>
    <message>
        <source>%1 did not accept a command</source>
        <translation>%1 hat einen Befehl nicht angenommen</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; on %2 did not end in time</source>
        <translation>Der Befehl „%1“ auf %2 endete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>Try again; the machine may be busy.</source>
        <translation>Versuchen Sie es erneut; die Maschine ist womöglich beschäftigt.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; on %2 wrote more than %3 MiB</source>
        <translation>Der Befehl „%1“ auf %2 schrieb mehr als %3 MiB</translation>
    </message>
    <message>
        <source>%1 closed the connection during a command</source>
        <translation>%1 hat die Verbindung während eines Befehls geschlossen</translation>
    </message>
    <message>
        <source>%1 port %2</source>
        <translation>%1 Port %2</translation>
    </message>
    <message>
        <source>%1 spoke no SSH that we understand</source>
        <translation>%1 sprach kein SSH, das wir verstehen</translation>
    </message>
    <message>
        <source>%1 is not something SSH can connect to: %2</source>
        <translation>Mit %1 kann sich SSH nicht verbinden: %2</translation>
    </message>
    <message>
        <source>%1 showed no host key</source>
        <translation>%1 hat keinen Host-Schlüssel gezeigt</translation>
    </message>
    <message>
        <source>%1 showed no readable host key</source>
        <translation>%1 hat keinen lesbaren Host-Schlüssel gezeigt</translation>
    </message>
    <message>
        <source>The host key of %1 changed: pinned was %2 (%3), shown is %4 (%5)</source>
        <translation>Der Host-Schlüssel von %1 hat sich geändert: festgelegt war %2 (%3), gezeigt wird %4 (%5)</translation>
    </message>
    <message>
        <source>Either the machine was built again or somebody stands between you and it. Do not log in. If nobody rebuilt it, destroy the deployment and create it again.</source>
        <translation>Entweder wurde die Maschine neu gebaut, oder jemand steht zwischen Ihnen und ihr. Melden Sie sich nicht an. Hat sie niemand neu gebaut, bauen Sie das Deployment ab und erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>No SSH agent is running, and no key file was named</source>
        <translation>Kein SSH-Agent läuft, und keine Schlüsseldatei wurde genannt</translation>
    </message>
    <message>
        <source>Start an agent and add the key (ssh-add), or name the key file (ssh_key_file).</source>
        <translation>Starten Sie einen Agenten und laden Sie den Schlüssel (ssh-add), oder nennen Sie die Schlüsseldatei (ssh_key_file).</translation>
    </message>
    <message>
        <source>%1 closed the connection before login</source>
        <translation>%1 hat die Verbindung vor der Anmeldung geschlossen</translation>
    </message>
    <message>
        <source>%1 refused the key for user %2</source>
        <translation>%1 hat den Schlüssel für den Benutzer %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 refused every key of the SSH agent for user %2</source>
        <translation>%1 hat jeden Schlüssel des SSH-Agenten für den Benutzer %2 abgelehnt</translation>
    </message>
    <message>
        <source>Use the private key that belongs to the key the machine was created with.</source>
        <translation>Verwenden Sie den privaten Schlüssel zu dem Schlüssel, mit dem die Maschine erstellt wurde.</translation>
    </message>
    <message>
        <source>%1 closed the connection during login</source>
        <translation>%1 hat die Verbindung während der Anmeldung geschlossen</translation>
    </message>
    <message>
        <source>%1 closed the connection</source>
        <translation>%1 hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>%1 cannot be reached from %2: %3</source>
        <translation>%1 ist von %2 aus nicht erreichbar: %3</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>Check that the machine is on and that its firewall lets the bastion in.</source>
        <translation>Prüfen Sie, ob die Maschine läuft und ihre Firewall die Bastion hereinlässt.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look at the machine&apos;s console.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, sehen Sie auf die Konsole der Maschine.</translation>
    </message>
    <message>
        <source>The passphrase of the private key %1 is wrong</source>
        <translation>Die Passphrase des privaten Schlüssels %1 ist falsch</translation>
    </message>
    <message>
        <source>The private key %1 is protected by a passphrase</source>
        <translation>Der private Schlüssel %1 ist mit einer Passphrase geschützt</translation>
    </message>
    <message>
        <source>Enter its passphrase, or load the key into an SSH agent (ssh-add %1).</source>
        <translation>Geben Sie die Passphrase ein oder laden Sie den Schlüssel in einen SSH-Agenten (ssh-add %1).</translation>
    </message>
    <message>
        <source>Name the private key file that belongs to the key of the account.</source>
        <translation>Nennen Sie die private Schlüsseldatei, die zum Schlüssel des Kontos gehört.</translation>
    </message>
    <message>
        <source>The private key file (none) is not named</source>
        <translation>Die private Schlüsseldatei ist nicht genannt</translation>
    </message>
    <message>
        <source>The private key file %1 does not exist</source>
        <translation>Die private Schlüsseldatei %1 gibt es nicht</translation>
    </message>
    <message>
        <source>The private key file %1 is not a file</source>
        <translation>Die private Schlüsseldatei %1 ist keine Datei</translation>
    </message>
    <message>
        <source>The private key file %1 is too large to be a key</source>
        <translation>Die private Schlüsseldatei %1 ist zu groß für einen Schlüssel</translation>
    </message>
    <message>
        <source>The private key file %1 cannot be read: %2</source>
        <translation>Die private Schlüsseldatei %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Make it readable for you: chmod 600 %1</source>
        <translation>Machen Sie sie für sich lesbar: chmod 600 %1</translation>
    </message>
    <message>
        <source>The private key file %1 is in PuTTY&apos;s format</source>
        <translation>Die private Schlüsseldatei %1 ist im Format von PuTTY</translation>
    </message>
    <message>
        <source>Export it in OpenSSH format (PuTTYgen, Conversions).</source>
        <translation>Exportieren Sie sie im OpenSSH-Format (PuTTYgen, Conversions).</translation>
    </message>
    <message>
        <source>The private key file %1 holds only the public half</source>
        <translation>Die private Schlüsseldatei %1 enthält nur die öffentliche Hälfte</translation>
    </message>
    <message>
        <source>The private key file %1 is not a private key</source>
        <translation>Die private Schlüsseldatei %1 ist kein privater Schlüssel</translation>
    </message>
    <message>
        <source>Name the file with the private half: the one without .pub.</source>
        <translation>Nennen Sie die Datei mit der privaten Hälfte: die ohne .pub.</translation>
    </message>
    <message>
        <source>The private key file %1 is damaged or of a kind that is not supported</source>
        <translation>Die private Schlüsseldatei %1 ist beschädigt oder von einer Art, die nicht unterstützt wird</translation>
    </message>
    <message>
        <source>Use an ed25519, rsa or ecdsa key; keys on hardware work through an SSH agent.</source>
        <translation>Verwenden Sie einen ed25519-, rsa- oder ecdsa-Schlüssel; Schlüssel auf Hardware gehen über einen SSH-Agenten.</translation>
    </message>
    <message>
        <source>of this deployment</source>
        <translation>dieses Deployments</translation>
    </message>
    <message>
        <source>The system&apos;s cryptography library made no key</source>
        <translation>Die Kryptografie-Bibliothek des Systems hat keinen Schlüssel erzeugt</translation>
    </message>
    <message>
        <source>%1 has no public half</source>
        <translation>%1 hat keine öffentliche Hälfte</translation>
    </message>
    <message>
        <source>Check that the machine is on and that its firewall lets you in on this port.</source>
        <translation>Prüfen Sie, ob die Maschine läuft und ihre Firewall Sie auf diesem Port hereinlässt.</translation>
    </message>
    <message>
        <source>%1 cannot be found: %2</source>
        <translation>%1 ist nicht zu finden: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>The SSH session is closed</source>
        <translation>Die SSH-Sitzung ist geschlossen</translation>
    </message>
    <message>
        <source>the target %1 port %2</source>
        <translation>Ziel %1 Port %2</translation>
    </message>
    <message>
        <source>No socket is left for the jump</source>
        <translation>Für den Sprung ist kein Socket mehr übrig</translation>
    </message>
    <message>
        <source>the bastion %1 port %2</source>
        <translation>Bastion %1 Port %2</translation>
    </message>
</context>
<context>
    <name>core::store</name>
    <message>
        <source>Make the folder writable for your user.</source>
        <translation>Machen Sie den Ordner für Ihren Benutzer schreibbar.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>No secret is kept as %1</source>
        <translation>Unter %1 liegt kein Geheimnis</translation>
    </message>
    <message>
        <source>Make the file readable for your user.</source>
        <translation>Machen Sie die Datei für Ihren Benutzer lesbar.</translation>
    </message>
    <message>
        <source>Remove the file by hand.</source>
        <translation>Entfernen Sie die Datei von Hand.</translation>
    </message>
    <message>
        <source>The keychain did not work: %1</source>
        <translation>Der Schlüsselbund hat nicht funktioniert: %1</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>er hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>Unlock the keychain of your desktop session and try again.</source>
        <translation>Entsperren Sie den Schlüsselbund Ihrer Sitzung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain has no entry %1</source>
        <translation>Der Schlüsselbund hat keinen Eintrag %1</translation>
    </message>
    <message>
        <source>take the deployment&apos;s lease</source>
        <translation>Übernehmen der Sperre des Deployments</translation>
    </message>
    <message>
        <source>%1, since %2, last sign of life %3 s ago</source>
        <translation>%1, seit %2, letztes Lebenszeichen vor %3 s</translation>
    </message>
    <message>
        <source>%1 of %2 on %3 (process %4)</source>
        <translation>%1 von %2 auf %3 (Prozess %4)</translation>
    </message>
    <message>
        <source>%1 is being worked on by %2</source>
        <translation>An %1 arbeitet %2</translation>
    </message>
    <message>
        <source>Wait for it or stop it there; what it did is kept and can be resumed. If that program is gone, its hold ends %1 s after its last sign of life.</source>
        <translation>Warten Sie darauf oder halten Sie es dort an; was es getan hat, bleibt erhalten und lässt sich fortsetzen. Gibt es jenes Programm nicht mehr, endet seine Sperre %1 s nach dem letzten Lebenszeichen.</translation>
    </message>
    <message>
        <source>release the deployment&apos;s lease</source>
        <translation>Freigeben der Sperre des Deployments</translation>
    </message>
    <message>
        <source>Another Sluice has taken over %1; this one wrote nothing more</source>
        <translation>Ein anderes Sluice hat %1 übernommen; dieses hat nichts mehr geschrieben</translation>
    </message>
    <message>
        <source>Look at the other one&apos;s progress, or resume here when it has ended.</source>
        <translation>Verfolgen Sie den Fortschritt des anderen, oder setzen Sie hier fort, wenn es geendet hat.</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>der Ordner %1 lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Choose a writable place with --state or SLUICE_STATE.</source>
        <translation>Wählen Sie mit --state oder SLUICE_STATE einen schreibbaren Ort.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>Name a file inside it with --state.</source>
        <translation>Nennen Sie mit --state eine Datei darin.</translation>
    </message>
    <message>
        <source>it is not readable and writable for your user</source>
        <translation>Ihr Benutzer darf sie nicht lesen und schreiben</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another place with --state.</source>
        <translation>Ändern Sie die Rechte oder wählen Sie mit --state einen anderen Ort.</translation>
    </message>
    <message>
        <source>Make the folder writable for your user, or choose another place with --state.</source>
        <translation>Machen Sie den Ordner für Ihren Benutzer schreibbar oder wählen Sie mit --state einen anderen Ort.</translation>
    </message>
    <message>
        <source>open the state</source>
        <translation>Öffnen des Zustandsspeichers</translation>
    </message>
    <message>
        <source>prepare the state</source>
        <translation>Vorbereiten des Zustandsspeichers</translation>
    </message>
    <message>
        <source>its file system does not support write-ahead logging</source>
        <translation>ihr Dateisystem unterstützt kein Write-Ahead-Logging</translation>
    </message>
    <message>
        <source>Put the state on a local disk with --state.</source>
        <translation>Legen Sie den Zustandsspeicher mit --state auf eine lokale Platte.</translation>
    </message>
    <message>
        <source>check the state</source>
        <translation>Prüfen des Zustandsspeichers</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>sie ist beschädigt (%1)</translation>
    </message>
    <message>
        <source>Restore it from a backup, or move it away: what it recorded still exists in the cloud, and `sluicectl rebuild` finds it there.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her oder verschieben Sie sie: Was sie festhielt, gibt es noch in der Cloud, und `sluicectl rebuild` findet es dort.</translation>
    </message>
    <message>
        <source>it was written by a newer Sluice (state version %1, this program knows %2)</source>
        <translation>sie stammt von einem neueren Sluice (Version %1 des Zustandsspeichers, dieses Programm kennt %2)</translation>
    </message>
    <message>
        <source>Update Sluice, or choose another state with --state.</source>
        <translation>Aktualisieren Sie Sluice oder wählen Sie mit --state einen anderen Zustandsspeicher.</translation>
    </message>
    <message>
        <source>it is another program&apos;s database</source>
        <translation>es ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>Choose another path with --state.</source>
        <translation>Wählen Sie mit --state einen anderen Pfad.</translation>
    </message>
    <message>
        <source>bring the state to version %1</source>
        <translation>Aktualisieren des Zustandsspeichers auf Version %1</translation>
    </message>
    <message>
        <source>another program holds a lock on it</source>
        <translation>ein anderes Programm hält eine Sperre darauf</translation>
    </message>
    <message>
        <source>Close the other Sluice that uses this state and try again.</source>
        <translation>Schließen Sie das andere Sluice, das diesen Zustandsspeicher benutzt, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>sie ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Make the file and its folder writable for your user, or choose another place with --state.</source>
        <translation>Machen Sie die Datei und ihren Ordner für Ihren Benutzer schreibbar oder wählen Sie mit --state einen anderen Ort.</translation>
    </message>
    <message>
        <source>the disk answered with an error (%1)</source>
        <translation>die Platte antwortete mit einem Fehler (%1)</translation>
    </message>
    <message>
        <source>Check the disk and the folder&apos;s permissions, then resume.</source>
        <translation>Prüfen Sie die Platte und die Rechte des Ordners und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>it is not a Sluice state file</source>
        <translation>es ist keine Zustandsdatei von Sluice</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>die Platte ist voll</translation>
    </message>
    <message>
        <source>Free some space, then resume: nothing was lost.</source>
        <translation>Schaffen Sie Platz und setzen Sie dann fort: Nichts ging verloren.</translation>
    </message>
    <message>
        <source>it cannot be opened or created</source>
        <translation>sie lässt sich nicht öffnen oder anlegen</translation>
    </message>
    <message>
        <source>Check that the folder exists and is writable, or choose another place with --state.</source>
        <translation>Prüfen Sie, ob der Ordner existiert und schreibbar ist, oder wählen Sie mit --state einen anderen Ort.</translation>
    </message>
    <message>
        <source>Check the state file, then resume.</source>
        <translation>Prüfen Sie die Zustandsdatei und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>Cannot %1 in %2: %3</source>
        <translation>%1 in %2 ist nicht möglich: %3</translation>
    </message>
    <message>
        <source>Cannot use %1: %2</source>
        <translation>%1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>record the deployment</source>
        <translation>Festhalten des Deployments</translation>
    </message>
    <message>
        <source>A deployment named %1 exists already</source>
        <translation>Ein Deployment namens %1 gibt es schon</translation>
    </message>
    <message>
        <source>Resume or destroy it, or use another name prefix.</source>
        <translation>Setzen Sie es fort, bauen Sie es ab oder nehmen Sie ein anderes Namenspräfix.</translation>
    </message>
    <message>
        <source>read the deployment</source>
        <translation>Lesen des Deployments</translation>
    </message>
    <message>
        <source>There is no deployment named %1</source>
        <translation>Es gibt kein Deployment namens %1</translation>
    </message>
    <message>
        <source>`sluicectl list` shows the deployments of this state.</source>
        <translation>`sluicectl list` zeigt die Deployments dieses Zustandsspeichers.</translation>
    </message>
    <message>
        <source>list the deployments</source>
        <translation>Auflisten der Deployments</translation>
    </message>
    <message>
        <source>update the deployment</source>
        <translation>Aktualisieren des Deployments</translation>
    </message>
    <message>
        <source>write the journal</source>
        <translation>Schreiben des Journals</translation>
    </message>
    <message>
        <source>read the journal</source>
        <translation>Lesen des Journals</translation>
    </message>
    <message>
        <source>write the history</source>
        <translation>Schreiben des Verlaufs</translation>
    </message>
    <message>
        <source>read the history</source>
        <translation>Lesen des Verlaufs</translation>
    </message>
    <message>
        <source>record a fact</source>
        <translation>Festhalten einer Tatsache</translation>
    </message>
    <message>
        <source>read a fact</source>
        <translation>Lesen einer Tatsache</translation>
    </message>
    <message>
        <source>This build keeps its state in SQLite only</source>
        <translation>Dieses Programm hält seinen Zustand nur in SQLite</translation>
    </message>
    <message>
        <source>Use --state sqlite:PATH.</source>
        <translation>Verwenden Sie --state sqlite:PFAD.</translation>
    </message>
    <message>
        <source>The state&apos;s location is empty</source>
        <translation>Der Ort des Zustandsspeichers ist leer</translation>
    </message>
</context>
<context>
    <name>core::verify</name>
    <message>
        <source>The NAT gateway that had the address %1 does not exist any more.</source>
        <translation>Das NAT-Gateway mit der Adresse %1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Destroy the deployment and create it again; the egress IP will be another one.</source>
        <translation>Bauen Sie das Deployment ab und erstellen Sie es neu; die Egress-IP wird eine andere sein.</translation>
    </message>
    <message>
        <source>The NAT gateway is in the state %1 with the public address %2 and the VPC address %3, so it forwards nothing.</source>
        <translation>Das NAT-Gateway ist im Zustand %1 mit der öffentlichen Adresse %2 und der VPC-Adresse %3 und leitet deshalb nichts weiter.</translation>
    </message>
    <message>
        <source>Wait until the NAT gateway is ACTIVE and verify again; when it stays in this state, ask the platform&apos;s support with the id %1.</source>
        <translation>Warten Sie, bis das NAT-Gateway ACTIVE ist, und prüfen Sie erneut; bleibt es in diesem Zustand, fragen Sie den Support der Plattform unter Angabe der ID %1.</translation>
    </message>
    <message>
        <source>The NAT gateway&apos;s public address is now %1, but %2 was promised.</source>
        <translation>Die öffentliche Adresse des NAT-Gateways ist jetzt %1, versprochen war aber %2.</translation>
    </message>
    <message>
        <source>Tell the owners of every allow-list the new address, or create the deployment again; the old address cannot be asked for.</source>
        <translation>Nennen Sie allen, die die Adresse freigegeben haben, die neue, oder erstellen Sie das Deployment neu; die alte Adresse lässt sich nicht anfordern.</translation>
    </message>
    <message>
        <source>The NAT gateway&apos;s address inside the VPC is now %1, but the Route and the droplet send to %2.</source>
        <translation>Die Adresse des NAT-Gateways in der VPC ist jetzt %1, aber Route und Droplet senden an %2.</translation>
    </message>
    <message>
        <source>Destroy the deployment and create it again; the platform is not known to move this address, so ask its support too.</source>
        <translation>Bauen Sie das Deployment ab und erstellen Sie es neu; dass die Plattform diese Adresse verlegt, ist nicht bekannt, fragen Sie also auch ihren Support.</translation>
    </message>
    <message>
        <source>The NAT gateway %1 says that it is ACTIVE, but nothing behind it reaches the internet, while the bastion beside it does.</source>
        <translation>Das NAT-Gateway %1 meldet ACTIVE, aber nichts dahinter erreicht das Internet, während die Bastion daneben es erreicht.</translation>
    </message>
    <message>
        <source>Wait some minutes and verify again; when it stays, ask the platform&apos;s support with the gateway&apos;s id, or destroy the deployment and create it again.</source>
        <translation>Warten Sie einige Minuten und prüfen Sie erneut; bleibt es dabei, fragen Sie den Support der Plattform unter Angabe der ID des Gateways, oder bauen Sie das Deployment ab und erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>The echo services report %1 for the bastion and for hosts behind the NAT gateway alike, which leave by different addresses: they, or something on the way, do not tell the truth.</source>
        <translation>Die Echo-Dienste melden %1 für die Bastion ebenso wie für Hosts hinter dem NAT-Gateway, die doch über verschiedene Adressen hinausgehen: Sie oder etwas auf dem Weg sagen nicht die Wahrheit.</translation>
    </message>
    <message>
        <source>Choose other echo services and verify again.</source>
        <translation>Wählen Sie andere Echo-Dienste und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>The firewall %1 does not exist any more, so its droplet is open.</source>
        <translation>Die Firewall %1 gibt es nicht mehr, ihr Droplet steht also offen.</translation>
    </message>
    <message>
        <source>Repair the deployment: the firewall is made again as planned.</source>
        <translation>Reparieren Sie das Deployment: Die Firewall wird wie geplant neu erstellt.</translation>
    </message>
    <message>
        <source>The firewall %1 has the status %2 with %3 pending changes: the platform has not put it into effect.</source>
        <translation>Die Firewall %1 hat den Status %2 mit %3 ausstehenden Änderungen: Die Plattform hat sie nicht in Kraft gesetzt.</translation>
    </message>
    <message>
        <source>Wait a minute and verify again; when it stays, save the firewall again in the control panel.</source>
        <translation>Warten Sie eine Minute und prüfen Sie erneut; bleibt es dabei, speichern Sie die Firewall im Control Panel noch einmal.</translation>
    </message>
    <message>
        <source>The firewall %1 is not as planned: %2.</source>
        <translation>Die Firewall %1 ist nicht wie geplant: %2.</translation>
    </message>
    <message>
        <source>Find out who changed the firewall; repair sets it back to the planned rules and tags.</source>
        <translation>Finden Sie heraus, wer die Firewall geändert hat; die Reparatur stellt die geplanten Regeln und Tags wieder her.</translation>
    </message>
    <message>
        <source>Find out who attached the droplet, and detach it in the control panel.</source>
        <translation>Finden Sie heraus, wer das Droplet angehängt hat, und lösen Sie es im Control Panel.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 s ahead of the API&apos;s, so the cluster&apos;s certificate cannot be checked%2.</source>
        <translation>Die Uhr dieses Computers geht der der API um %1 s voraus, deshalb lässt sich das Zertifikat des Clusters nicht prüfen%2.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 s behind the API&apos;s, so the cluster&apos;s certificate cannot be checked%2.</source>
        <translation>Die Uhr dieses Computers geht der der API um %1 s nach, deshalb lässt sich das Zertifikat des Clusters nicht prüfen%2.</translation>
    </message>
    <message>
        <source>Set this machine&apos;s clock (by NTP), then verify again.</source>
        <translation>Stellen Sie die Uhr dieses Computers (per NTP) und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The cluster&apos;s API could not be asked%1.</source>
        <translation>Die API des Clusters konnte nicht befragt werden%1.</translation>
    </message>
    <message>
        <source>Check that the cluster is running and that the token may read it (kubernetes:access_cluster), then verify again.</source>
        <translation>Sehen Sie nach, ob der Cluster läuft und das Token ihn lesen darf (kubernetes:access_cluster), und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The cluster has no Route that sends 0.0.0.0/0 to the NAT gateway %1.</source>
        <translation>Der Cluster hat keine Route, die 0.0.0.0/0 an das NAT-Gateway %1 sendet.</translation>
    </message>
    <message>
        <source>Apply the Route again.</source>
        <translation>Wenden Sie die Route neu an.</translation>
    </message>
    <message>
        <source>The Route %1 to %2 is being deleted.</source>
        <translation>Die Route %1 nach %2 wird gerade gelöscht.</translation>
    </message>
    <message>
        <source>Wait until it is gone, verify again and then apply the Route again.</source>
        <translation>Warten Sie, bis sie weg ist, prüfen Sie erneut und wenden Sie dann die Route neu an.</translation>
    </message>
    <message>
        <source>The Route %1 sends traffic to %2 instead of the NAT gateway %3.</source>
        <translation>Die Route %1 sendet den Verkehr an %2 statt an das NAT-Gateway %3.</translation>
    </message>
    <message>
        <source>The Route %1 covers %2 on selected nodes, not 0.0.0.0/0 on every node.</source>
        <translation>Die Route %1 deckt %2 auf ausgewählten Nodes ab, nicht 0.0.0.0/0 auf jedem Node.</translation>
    </message>
    <message>
        <source>The Route %1 covers %2, not 0.0.0.0/0 on every node.</source>
        <translation>Die Route %1 deckt %2 ab, nicht 0.0.0.0/0 auf jedem Node.</translation>
    </message>
    <message>
        <source>The cluster has no routing agent, so no Route is carried out.</source>
        <translation>Der Cluster hat keinen Routing-Agenten, deshalb wird keine Route ausgeführt.</translation>
    </message>
    <message>
        <source>Turn on the routing agent of the cluster, wait some minutes and verify again.</source>
        <translation>Schalten Sie den Routing-Agenten des Clusters ein, warten Sie einige Minuten und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>The routing agent is ready on %1 of %2 nodes.</source>
        <translation>Der Routing-Agent ist auf %1 von %2 Nodes bereit.</translation>
    </message>
    <message>
        <source>Wait some minutes after the cluster&apos;s start or a node&apos;s change and verify again.</source>
        <translation>Warten Sie nach dem Start des Clusters oder der Änderung eines Nodes einige Minuten und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>The probe pod on node %1 did not start because its image could not be pulled (%2).</source>
        <translation>Der Mess-Pod auf Node %1 ist nicht gestartet, weil sein Image nicht geholt werden konnte (%2).</translation>
    </message>
    <message>
        <source>All nodes share one egress IP, and the registry may have reached its limit for it: try again later.</source>
        <translation>Alle Nodes teilen sich eine Egress-IP, und das Limit der Registry dafür ist womöglich erreicht: Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>the pod on node %1</source>
        <translation>den Pod auf Node %1</translation>
    </message>
    <message>
        <source>Pods on node %1 leave by the node&apos;s own address %2 instead of %3, although the Route is right.</source>
        <translation>Pods auf Node %1 gehen über die eigene Adresse %2 des Nodes hinaus statt über %3, obwohl die Route stimmt.</translation>
    </message>
    <message>
        <source>Wait a minute when the node is new; otherwise restart the routing agent&apos;s pod on this node, or replace the node.</source>
        <translation>Ist der Node neu, warten Sie eine Minute; sonst starten Sie den Pod des Routing-Agenten auf diesem Node neu oder ersetzen Sie den Node.</translation>
    </message>
    <message>
        <source>From %1 to %2, %3 was observed instead of %4, and no known cause fits.</source>
        <translation>%1 → %2: Beobachtet wurde %3 statt %4, und keine bekannte Ursache passt.</translation>
    </message>
    <message>
        <source>Look at the evidence of this line and verify again.</source>
        <translation>Sehen Sie sich den Beleg dieser Zeile an und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>From %1 to %2 nothing could be measured%3.</source>
        <translation>%1 → %2: Nichts ließ sich messen%3.</translation>
    </message>
    <message>
        <source>Verify again; the log shows what was tried.</source>
        <translation>Prüfen Sie erneut; das Protokoll zeigt, was versucht wurde.</translation>
    </message>
    <message>
        <source>The private droplet %1 could not be reached through the bastion%2.</source>
        <translation>Das private Droplet %1 war über die Bastion nicht erreichbar%2.</translation>
    </message>
    <message>
        <source>Check that the droplet is on and that its SSH server runs, then verify again.</source>
        <translation>Sehen Sie nach, ob das Droplet eingeschaltet ist und sein SSH-Server läuft, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The bastion %1 could not be reached%2.</source>
        <translation>Die Bastion %1 war nicht erreichbar%2.</translation>
    </message>
    <message>
        <source>Check that the bastion is on and that its firewall allows your address, then verify again.</source>
        <translation>Sehen Sie nach, ob die Bastion eingeschaltet ist und ihre Firewall Ihre Adresse zulässt, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The bastion at %1 showed another host key%2 than the one that was pinned.</source>
        <translation>Die Bastion unter %1 zeigte einen anderen Host-Schlüssel%2 als den festgelegten.</translation>
    </message>
    <message>
        <source>The private droplet at %1 showed another host key%2 than the one that was pinned.</source>
        <translation>Das private Droplet unter %1 zeigte einen anderen Host-Schlüssel%2 als den festgelegten.</translation>
    </message>
    <message>
        <source>Do not log in: unless the droplet was rebuilt on purpose, somebody is in between. Destroy and create the deployment again when you cannot explain it.</source>
        <translation>Melden Sie sich nicht an: Wurde das Droplet nicht absichtlich neu gebaut, steht jemand dazwischen. Können Sie es nicht erklären, bauen Sie das Deployment ab und erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>The host key %1 of the bastion is not the one that the droplet itself attests.</source>
        <translation>Der Host-Schlüssel %1 der Bastion ist nicht der, den das Droplet selbst beglaubigt.</translation>
    </message>
    <message>
        <source>The host key %1 of the droplet is not the one that the droplet itself attests.</source>
        <translation>Der Host-Schlüssel %1 des Droplets ist nicht der, den das Droplet selbst beglaubigt.</translation>
    </message>
    <message>
        <source>Do not log in: somebody may be in between. Destroy and create the deployment again.</source>
        <translation>Melden Sie sich nicht an: Womöglich steht jemand dazwischen. Bauen Sie das Deployment ab und erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>Names do not resolve on the bastion.</source>
        <translation>Auf der Bastion lassen sich Namen nicht auflösen.</translation>
    </message>
    <message>
        <source>Names do not resolve on the droplet.</source>
        <translation>Auf dem Droplet lassen sich Namen nicht auflösen.</translation>
    </message>
    <message>
        <source>Check the resolver of the droplet (resolvectl status) and that UDP port 53 is allowed outbound.</source>
        <translation>Prüfen Sie den Resolver des Droplets (resolvectl status) und ob UDP-Port 53 nach außen erlaubt ist.</translation>
    </message>
    <message>
        <source>The private droplet&apos;s default route goes via %1 instead of only the NAT gateway %2.</source>
        <translation>Die Default-Route des privaten Droplets führt über %1 statt nur über das NAT-Gateway %2.</translation>
    </message>
    <message>
        <source>Repair the network configuration of the private droplet.</source>
        <translation>Reparieren Sie die Netzwerkkonfiguration des privaten Droplets.</translation>
    </message>
    <message>
        <source>the private droplet</source>
        <translation>das private Droplet</translation>
    </message>
    <message>
        <source>The bastion leaves by %1 through the NAT gateway instead of its own address %2.</source>
        <translation>Die Bastion geht über %1 durch das NAT-Gateway hinaus statt über ihre eigene Adresse %2.</translation>
    </message>
    <message>
        <source>Remove the default route to %1 from the bastion&apos;s network configuration.</source>
        <translation>Entfernen Sie die Default-Route nach %1 aus der Netzwerkkonfiguration der Bastion.</translation>
    </message>
    <message>
        <source>the bastion</source>
        <translation>die Bastion</translation>
    </message>
    <message>
        <source>The echo services saw different addresses for %1: %2.</source>
        <translation>Die Echo-Dienste sahen verschiedene Adressen für %1: %2.</translation>
    </message>
    <message>
        <source>Verify again; when it stays, there is more than one way out: look at the routes.</source>
        <translation>Prüfen Sie erneut; bleibt es dabei, gibt es mehr als einen Weg hinaus: Sehen Sie sich die Routen an.</translation>
    </message>
    <message>
        <source>Fewer than two echo services answered %1%2.</source>
        <translation>Für %1 haben weniger als zwei Echo-Dienste geantwortet%2.</translation>
    </message>
    <message>
        <source>Check whether outbound HTTPS works there, or choose other echo services, then verify again.</source>
        <translation>Sehen Sie nach, ob ausgehendes HTTPS dort geht, oder wählen Sie andere Echo-Dienste, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The private droplet&apos;s SSH port answers directly at %1.</source>
        <translation>Der SSH-Port des privaten Droplets antwortet direkt unter %1.</translation>
    </message>
    <message>
        <source>Look for another firewall that opens port 22 for a tag of this droplet.</source>
        <translation>Suchen Sie nach einer anderen Firewall, die Port 22 für einen Tag dieses Droplets öffnet.</translation>
    </message>
    <message>
        <source>The private droplet has no route of its own to 169.254.169.254, so metadata requests go to the NAT gateway %1.</source>
        <translation>Das private Droplet hat keine eigene Route nach 169.254.169.254, deshalb gehen Metadaten-Anfragen an das NAT-Gateway %1.</translation>
    </message>
    <message>
        <source>The metadata service at 169.254.169.254 does not answer the private droplet although the route is there.</source>
        <translation>Der Metadatendienst unter 169.254.169.254 antwortet dem privaten Droplet nicht, obwohl die Route da ist.</translation>
    </message>
    <message>
        <source>Verify again; when it stays, look at the droplet&apos;s local firewall.</source>
        <translation>Prüfen Sie erneut; bleibt es dabei, sehen Sie sich die lokale Firewall des Droplets an.</translation>
    </message>
    <message>
        <source>After the next boot the private droplet would have %1 default routes (%2) instead of one via %3.</source>
        <translation>Nach dem nächsten Start hätte das private Droplet %1 Default-Routen (%2) statt einer über %3.</translation>
    </message>
    <message>
        <source>After the next boot the private droplet&apos;s default route would go nowhere instead of via %1.</source>
        <translation>Nach dem nächsten Start führte die Default-Route des privaten Droplets nirgendwohin statt über %1.</translation>
    </message>
    <message>
        <source>After the next boot the private droplet&apos;s default route would go %1 instead of via %2.</source>
        <translation>Nach dem nächsten Start wäre die Default-Route des privaten Droplets „%1“ statt über %2.</translation>
    </message>
    <message>
        <source>The private droplet reaches the internet over IPv6 as %1, past the NAT gateway.</source>
        <translation>Das private Droplet erreicht das Internet über IPv6 als %1, am NAT-Gateway vorbei.</translation>
    </message>
    <message>
        <source>Turn off IPv6 on the private droplet; the NAT gateway is IPv4 only.</source>
        <translation>Schalten Sie IPv6 auf dem privaten Droplet ab; das NAT-Gateway kann nur IPv4.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>default via %1</source>
        <translation>Default über %1</translation>
    </message>
    <message>
        <source>no default route</source>
        <translation>keine Default-Route</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>bastion</source>
        <translation>Bastion</translation>
    </message>
    <message>
        <source>private droplet</source>
        <translation>privates Droplet</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>pod on node %1</source>
        <translation>Pod auf Node %1</translation>
    </message>
    <message>
        <source>internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>private droplet %1:22</source>
        <translation>privates Droplet %1:22</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>%1 via %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1, being deleted</source>
        <translation>%1, wird gelöscht</translation>
    </message>
    <message>
        <source>%1, only for selected nodes</source>
        <translation>%1, nur für ausgewählte Nodes</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>routing agent</source>
        <translation>Routing-Agent</translation>
    </message>
    <message>
        <source>ready on every node</source>
        <translation>bereit auf jedem Node</translation>
    </message>
    <message>
        <source>ready on %1 of %2 nodes</source>
        <translation>bereit auf %1 von %2 Nodes</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>resolver</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>names resolve</source>
        <translation>Namen lassen sich auflösen</translation>
    </message>
    <message>
        <source>names do not resolve</source>
        <translation>Namen lassen sich nicht auflösen</translation>
    </message>
    <message>
        <source>pinned key, attested</source>
        <translation>festgelegter Schlüssel, beglaubigt</translation>
    </message>
    <message>
        <source>pinned key</source>
        <translation>festgelegter Schlüssel</translation>
    </message>
    <message>
        <source>another key %1</source>
        <translation>ein anderer Schlüssel %1</translation>
    </message>
    <message>
        <source>pinned key, attestation does not match</source>
        <translation>festgelegter Schlüssel, Beglaubigung passt nicht</translation>
    </message>
    <message>
        <source>routing table</source>
        <translation>Routingtabelle</translation>
    </message>
    <message>
        <source>a route of its own</source>
        <translation>eine eigene Route</translation>
    </message>
    <message>
        <source>no route of its own</source>
        <translation>keine eigene Route</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>no way out</source>
        <translation>kein Weg hinaus</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>applied as planned</source>
        <translation>in Kraft wie geplant</translation>
    </message>
    <message>
        <source>status %1, %2 changes pending</source>
        <translation>Status %1, %2 Änderungen ausstehend</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>no public address</source>
        <translation>keine öffentliche Adresse</translation>
    </message>
    <message>
        <source>%1, inside the VPC at %2</source>
        <translation>%1, in der VPC unter %2</translation>
    </message>
    <message>
        <source>droplet</source>
        <translation>Droplet</translation>
    </message>
    <message>
        <source>The bastion has no address on record</source>
        <translation>Von der Bastion ist keine Adresse bekannt</translation>
    </message>
    <message>
        <source>The private droplet has no address on record</source>
        <translation>Vom privaten Droplet ist keine Adresse bekannt</translation>
    </message>
    <message>
        <source>private droplet via bastion</source>
        <translation>privates Droplet über die Bastion</translation>
    </message>
    <message>
        <source>The probe printed no answer</source>
        <translation>Die Messung gab keine Antwort aus</translation>
    </message>
    <message>
        <source>A host key is not pinned; nothing is changed on a host that is not known</source>
        <translation>Ein Host-Schlüssel ist nicht festgelegt; auf einem unbekannten Host wird nichts geändert</translation>
    </message>
    <message>
        <source>Resume the deployment, which attests and pins the keys.</source>
        <translation>Setzen Sie das Deployment fort; dabei werden die Schlüssel beglaubigt und festgelegt.</translation>
    </message>
    <message>
        <source>The repair script ended with status %1: %2</source>
        <translation>Das Reparaturskript endete mit Status %1: %2</translation>
    </message>
    <message>
        <source>Look at /var/log/sluice-egress.log on the droplet.</source>
        <translation>Sehen Sie in /var/log/sluice-egress.log auf dem Droplet nach.</translation>
    </message>
    <message>
        <source>There is no automatic remedy &quot;%1&quot;</source>
        <translation>Es gibt keine automatische Abhilfe „%1“</translation>
    </message>
    <message>
        <source>Use reapply_route, repair_netplan or repair.</source>
        <translation>Verwenden Sie reapply_route, repair_netplan oder repair.</translation>
    </message>
    <message>
        <source>The NAT gateway&apos;s address inside the VPC is not known (&quot;%1&quot;); nothing is changed without it</source>
        <translation>Die Adresse des NAT-Gateways in der VPC ist nicht bekannt („%1“); ohne sie wird nichts geändert</translation>
    </message>
    <message>
        <source>Refresh or resume the deployment, which reads the address again.</source>
        <translation>Aktualisieren Sie das Deployment oder setzen Sie es fort; dabei wird die Adresse neu gelesen.</translation>
    </message>
    <message>
        <source>Verify the deployment again to get a new report.</source>
        <translation>Prüfen Sie das Deployment erneut, um einen neuen Bericht zu bekommen.</translation>
    </message>
    <message>
        <source>The report has the verdict &quot;%1&quot;, which is none of pass, fail and unknown.</source>
        <translation>Der Bericht hat das Urteil „%1“, das weder pass noch fail noch unknown ist.</translation>
    </message>
    <message>
        <source>A cell of the report has no id.</source>
        <translation>Eine Prüfung im Bericht hat keine ID.</translation>
    </message>
    <message>
        <source>The report is not a JSON object.</source>
        <translation>Der Bericht ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Stopping the verification; its pods are deleted</source>
        <translation>Die Prüfung wird angehalten; ihre Pods werden gelöscht</translation>
    </message>
    <message>
        <source>No %1 is recorded</source>
        <translation>%1 ist nicht festgehalten</translation>
    </message>
    <message>
        <source>No cluster is recorded</source>
        <translation>Kein Cluster ist festgehalten</translation>
    </message>
    <message>
        <source>pod on %1 gave no clear answer in %2 attempts: phase %3 %4 %5</source>
        <translation>Der Pod auf %1 gab in %2 Versuchen keine klare Antwort: Phase %3 %4 %5</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>the droplet has no public address on record</source>
        <translation>vom Droplet ist keine öffentliche Adresse bekannt</translation>
    </message>
    <message>
        <source>The verification was cancelled; nothing is concluded from it</source>
        <translation>Die Prüfung wurde abgebrochen; daraus wird nichts geschlossen</translation>
    </message>
    <message>
        <source>The matrix has no check &quot;%1&quot; now</source>
        <translation>Die Matrix hat jetzt keine Prüfung „%1“</translation>
    </message>
    <message>
        <source>Verify the whole deployment: its nodes may have changed, or are not ready.</source>
        <translation>Prüfen Sie das ganze Deployment: Seine Nodes haben sich womöglich geändert oder sind nicht bereit.</translation>
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
        <translation>Port %1 (%2), %3: %4</translation>
    </message>
    <message>
        <source>Ready, verify again</source>
        <translation>Bereit, erneut prüfen</translation>
    </message>
    <message>
        <source>account refused</source>
        <translation>Konto abgelehnt</translation>
    </message>
    <message>
        <source>region refused</source>
        <translation>Region abgelehnt</translation>
    </message>
    <message>
        <source>name refused</source>
        <translation>Name abgelehnt</translation>
    </message>
    <message>
        <source>range refused</source>
        <translation>Bereich abgelehnt</translation>
    </message>
    <message>
        <source>pods refused</source>
        <translation>Pods abgelehnt</translation>
    </message>
    <message>
        <source>services refused</source>
        <translation>Dienste abgelehnt</translation>
    </message>
    <message>
        <source>number refused</source>
        <translation>Anzahl abgelehnt</translation>
    </message>
    <message>
        <source>version refused</source>
        <translation>Version abgelehnt</translation>
    </message>
    <message>
        <source>size refused</source>
        <translation>Größe abgelehnt</translation>
    </message>
    <message>
        <source>units refused</source>
        <translation>Einheiten abgelehnt</translation>
    </message>
    <message>
        <source>image refused</source>
        <translation>Image abgelehnt</translation>
    </message>
    <message>
        <source>keys refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>sources refused</source>
        <translation>Quellen abgelehnt</translation>
    </message>
    <message>
        <source>reference&apos;s way refused</source>
        <translation>Weg der Referenz abgelehnt</translation>
    </message>
    <message>
        <source>new key</source>
        <translation>neuer Schlüssel</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 Schlüssel</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 Schlüssel</translation>
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
        <source>not connected yet</source>
        <translation>noch nicht verbunden</translation>
    </message>
    <message>
        <source>nothing is known of it</source>
        <translation>noch ist nichts bekannt</translation>
    </message>
    <message>
        <source>region and names come next</source>
        <translation>Region und Namen kommen als Nächstes</translation>
    </message>
    <message>
        <source>names begin with %1-</source>
        <translation>Namen beginnen mit %1-</translation>
    </message>
    <message>
        <source>%1 cluster nodes, each: %2</source>
        <translation>%1 Cluster-Nodes, jeder: %2</translation>
    </message>
    <message>
        <source>Decided on this page: %1</source>
        <translation>Auf dieser Seite entschieden: %1</translation>
    </message>
    <message>
        <source>, %1 nodes</source>
        <translation>, %1 Nodes</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>created</source>
        <translation>erstellt</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>measured again</source>
        <translation>erneut gemessen</translation>
    </message>
    <message>
        <source>compared with the account</source>
        <translation>mit dem Konto verglichen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>repariert</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1 (simuliert)</translation>
    </message>
    <message>
        <source>Measured %1 UTC</source>
        <translation>Gemessen %1 UTC</translation>
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
    <message>
        <source>Who can connect</source>
        <translation>Wer sich verbinden darf</translation>
    </message>
    <message>
        <source>Type your public address.</source>
        <translation>Geben Sie Ihre öffentliche Adresse ein.</translation>
    </message>
    <message>
        <source>Type at least one range.</source>
        <translation>Geben Sie mindestens einen Bereich ein.</translation>
    </message>
    <message>
        <source>Said when the sources are complete.</source>
        <translation>Steht hier, sobald die Quellen vollständig sind.</translation>
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
    <message>
        <source>A token of its own, with these custom scopes and no more</source>
        <translation>Ein eigenes Token mit genau diesen Custom Scopes</translation>
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
    <message>
        <source>Stopped: %1 of %2 steps done</source>
        <translation>Gestoppt: %1 von %2 Schritten erledigt</translation>
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
        <translation>sieht eine IP</translation>
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
    <message>
        <source>services %1</source>
        <translation>Dienste %1</translation>
    </message>
    <message>
        <source>Refused call</source>
        <translation>Abgelehnter Aufruf</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>saw %1</source>
        <translation>sah %1</translation>
    </message>
    <message>
        <source>Saw these sources as</source>
        <translation>Sah diese Quellen als</translation>
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
    <name>sluice::ui::DraftDrawing</name>
    <message>
        <source>Drawing of what the fields say so far</source>
        <translation>Zeichnung dessen, was die Felder bisher sagen</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Dashed: planned, nothing exists yet.</source>
        <translation>Gestrichelt: geplant, noch existiert nichts.</translation>
    </message>
    <message>
        <source>Dashed: planned, nothing exists yet. Bold: decided on this page.</source>
        <translation>Gestrichelt: geplant, noch existiert nichts. Kräftig: auf dieser Seite entschieden.</translation>
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
    <name>sluice::ui::ErrorBanner</name>
    <message>
        <source>What you can do: %1</source>
        <translation>Was Sie tun können: %1</translation>
    </message>
    <message>
        <source>Resource: %1</source>
        <translation>Ressource: %1</translation>
    </message>
    <message>
        <source>Call: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Request id for support: %1</source>
        <translation>Anfrage-ID für den Support: %1</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles</translation>
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
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
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
    <message>
        <source>d MMM HH:mm</source>
        <translation>d. MMM HH:mm</translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <translation>HH:mm:ss</translation>
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
        <source>NAT gateway un&amp;its</source>
        <translation>NAT-Gateway-&amp;Einheiten</translation>
    </message>
    <message>
        <source>&amp;High availability of the control plane</source>
        <translation>&amp;Hochverfügbare Control Plane</translation>
    </message>
    <message>
        <source>+%1 USD a month; it cannot be turned off later.</source>
        <translation>+%1 USD im Monat; später nicht abschaltbar.</translation>
    </message>
    <message>
        <source>Choose at least one key, or let Sluice make one.</source>
        <translation>Wählen Sie mindestens einen Schlüssel, oder lassen Sie Sluice einen erzeugen.</translation>
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
    <message>
        <source>New deplo&amp;yment…</source>
        <translation>Neues Dep&amp;loyment…</translation>
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
        <translation>%1: %2 → %3</translation>
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
        <source>Who can connect</source>
        <translation>Wer sich verbinden darf</translation>
    </message>
    <message>
        <source>Permissions the token needs</source>
        <translation>Berechtigungen, die das Token braucht</translation>
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
    <name>sluice::ui::ScopeList</name>
    <message>
        <source>Copy a&amp;ll scopes</source>
        <translation>A&amp;lle Scopes kopieren</translation>
    </message>
    <message>
        <source>%1 scopes copied</source>
        <translation>%1 Scopes kopiert</translation>
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
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
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
        <translation>%1: %2 → %3</translation>
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
        <source>Torn down: so it was measured before</source>
        <translation>Abgebaut: so wurde es davor gemessen</translation>
    </message>
    <message>
        <source>Proven before it differed from the plan</source>
        <translation>Bewiesen, bevor es vom Plan abwich</translation>
    </message>
    <message>
        <source>Expected %1, predicted %2, observed %3.</source>
        <translation>Erwartet %1, vorhergesagt %2, beobachtet %3.</translation>
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
