<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AddLayerCommand</name>
    <message>
        <source>add layer ‘%1’</source>
        <translation>laag ‘%1’ toevoegen</translation>
    </message>
</context>
<context>
    <name>AnalysisForm</name>
    <message>
        <source>More settings</source>
        <translation>Meer instellingen</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definitie</translation>
    </message>
</context>
<context>
    <name>AnalysisPanel</name>
    <message>
        <source>Calculate</source>
        <translation>Berekenen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stoppen…</translation>
    </message>
    <message>
        <source>About %1 left</source>
        <translation>Nog ongeveer %1</translation>
    </message>
    <message>
        <source>– choose an analysis –</source>
        <translation>– kies een analyse –</translation>
    </message>
    <message>
        <source>Choose a question or an analysis.</source>
        <translation>Kies een vraag of een analyse.</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Alle vragen</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Choose a layer to see its chart.</source>
        <translation>Kies een laag om de grafiek te zien.</translation>
    </message>
    <message>
        <source>There is no chart for this layer.</source>
        <translation>Voor deze laag is er geen grafiek.</translation>
    </message>
    <message>
        <source>%1 (dashed: mean %2)</source>
        <translation>%1 (streeplijn: gemiddelde %2)</translation>
    </message>
    <message>
        <source>%1: %2 bars, from %3 (%4) to %5 (%6).</source>
        <translation>%1: %2 staven, van %3 (%4) tot %5 (%6).</translation>
    </message>
    <message>
        <source>Number of areas</source>
        <translation>Aantal gebieden</translation>
    </message>
    <message>
        <source>Number of cells (sample)</source>
        <translation>Aantal cellen (steekproef)</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Keuren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Rijen aanwijzen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Herstellen</translation>
    </message>
    <message>
        <source>Repair all safely</source>
        <translation>Alles veilig herstellen</translation>
    </message>
    <message>
        <source>Of %1 rows the first %2 are selected.</source>
        <translation>Van %1 rijen zijn de eerste %2 aangewezen.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als pdf…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Selects the rows on the map and in the table</source>
        <translation>Wijst de rijen aan op de kaart en in de tabel</translation>
    </message>
    <message>
        <source>Check of ‘%1’</source>
        <translation>Keuring van ‘%1’</translation>
    </message>
    <message>
        <source>All rows keep this rule.</source>
        <translation>Alle rijen houden zich aan deze regel.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Keuren…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestopt.</translation>
    </message>
    <message>
        <source>Repaired: %1. The file itself has not been changed.</source>
        <translation>Hersteld: %1. Het bestand zelf is niet veranderd.</translation>
    </message>
    <message>
        <source>repair layer ‘%1’</source>
        <translation>laag ‘%1’ herstellen</translation>
    </message>
    <message>
        <source>check report</source>
        <translation>keuringsrapport</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Rapport opslaan</translation>
    </message>
    <message>
        <source>The report is saved in ‘%1’.</source>
        <translation>Het rapport is opgeslagen in ‘%1’.</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Assign columns</source>
        <translation>Kolommen toewijzen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Bezig met lezen…</translation>
    </message>
    <message>
        <source>What the layer holds</source>
        <translation>Wat er in de laag staat</translation>
    </message>
    <message>
        <source>Remember and use</source>
        <translation>Onthouden en gebruiken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>A register says what this layer is. There is nothing to assign.</source>
        <translation>Een register zegt al wat deze laag is. Er valt niets toe te wijzen.</translation>
    </message>
    <message>
        <source>Choose what the layer holds and which column is which. This is remembered for the next file with the same columns.</source>
        <translation>Kies wat er in de laag staat en welke kolom welke is. Dat wordt onthouden voor het volgende bestand met dezelfde kolommen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(geen)</translation>
    </message>
    <message>
        <source>Not certain: look at the examples.</source>
        <translation>Niet zeker: bekijk de voorbeelden.</translation>
    </message>
    <message>
        <source>assign columns of ‘%1’</source>
        <translation>kolommen van ‘%1’ toewijzen</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Knipperen</translation>
    </message>
    <message>
        <source>Show the left one on the whole map, then the right one (K)</source>
        <translation>Toon het linker resultaat op de hele kaart, daarna het rechter (K)</translation>
    </message>
    <message>
        <source>End the comparison (Escape)</source>
        <translation>Vergelijking beëindigen (Escape)</translation>
    </message>
</context>
<context>
    <name>CouncilDialog</name>
    <message>
        <source>Council page</source>
        <translation>Raadspagina</translation>
    </message>
    <message>
        <source>Page A4, upright</source>
        <translation>Raadspagina (A4, staand)</translation>
    </message>
    <message>
        <source>Page A4, lying</source>
        <translation>Raadspagina (A4, liggend)</translation>
    </message>
    <message>
        <source>Picture for Word</source>
        <translation>Kaart voor in een Word-stuk (16 cm)</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>For decision</source>
        <translation>Voor besluit</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Vastgesteld</translation>
    </message>
    <message>
        <source>For example: Annex 2 to council proposal 2026-114</source>
        <translation>Bijvoorbeeld: Bijlage 2 bij raadsvoorstel 2026-114</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Key sentence</source>
        <translation>Kernzin</translation>
    </message>
    <message>
        <source>Title and key sentence are drafted from the figures. Change them where the page needs other words; map, table, limits and sources stay as they were computed.</source>
        <translation>Titel en kernzin zijn een concepttekst, gemaakt uit de cijfers. Pas ze aan als de pagina andere woorden nodig heeft. Kaart, tabel, beperkingen en bronnen blijven zoals ze zijn berekend.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Choose a house style</source>
        <translation>Huisstijl kiezen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>No house style</source>
        <translation>Geen huisstijl</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Hoort bij</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>House style</source>
        <translation>Huisstijl</translation>
    </message>
    <message>
        <source>Copy for Word</source>
        <translation>Kopiëren voor Word</translation>
    </message>
    <message>
        <source>Save as image…</source>
        <translation>Opslaan als afbeelding…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als pdf…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>The page as it will be</source>
        <translation>De pagina zoals die wordt</translation>
    </message>
    <message>
        <source>House style (*.json)</source>
        <translation>Huisstijl (*.json)</translation>
    </message>
    <message>
        <source>council page</source>
        <translation>raadspagina</translation>
    </message>
    <message>
        <source>picture for Word</source>
        <translation>kaart voor Word</translation>
    </message>
    <message>
        <source>Save page</source>
        <translation>Pagina opslaan</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Bezig met opslaan…</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Opgeslagen als %1.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Bezig met kopiëren…</translation>
    </message>
    <message>
        <source>Copied. Paste it into your document.</source>
        <translation>Gekopieerd. Plak het in uw document.</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Delivery ‘%1’</source>
        <translation>Levering ‘%1’</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Laag</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Reference date</source>
        <translation>Peildatum</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Keuring</translation>
    </message>
    <message>
        <source>Layers of the delivery</source>
        <translation>Lagen van de levering</translation>
    </message>
    <message>
        <source>Remarks about the layer</source>
        <translation>Opmerkingen over de laag</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>What is missing for</source>
        <translation>Wat ontbreekt voor</translation>
    </message>
    <message>
        <source>all analyses</source>
        <translation>alle analyses</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als pdf…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <translation>%1 (oud)</translation>
    </message>
    <message>
        <source>Looking at what is in it…</source>
        <translation>Bekijken wat erin zit…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestopt.</translation>
    </message>
    <message>
        <source>No data were found here.</source>
        <translation>Hier zijn geen gegevens gevonden.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) found.</source>
        <translation>
            <numerusform>%n laag gevonden.</numerusform>
            <numerusform>%n lagen gevonden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Er ontbreekt niets.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Rapport opslaan</translation>
    </message>
    <message>
        <source>check report</source>
        <translation>keuringsrapport</translation>
    </message>
    <message>
        <source>The report is saved in ‘%1’.</source>
        <translation>Het rapport is opgeslagen in ‘%1’.</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>Calculate</source>
        <translation>Berekenen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergelijken met</translation>
    </message>
    <message>
        <source>With which layer do you want to compare ‘%1’? The map shows ‘%1’ minus that layer.</source>
        <translation>Met welke laag wilt u ‘%1’ vergelijken? De kaart toont ‘%1’ min die laag.</translation>
    </message>
    <message>
        <source>Layer to compare with</source>
        <translation>Laag om mee te vergelijken</translation>
    </message>
    <message>
        <source>Another calculation is running. Wait for it or stop it.</source>
        <translation>Er loopt al een berekening. Wacht daarop of stop die.</translation>
    </message>
</context>
<context>
    <name>DropBox</name>
    <message>
        <source>Drag files here</source>
        <translation>Bestanden hierheen slepen</translation>
    </message>
    <message>
        <source>A folder or zip with data, single files, or an earlier result (run.json). The files stay as they are.</source>
        <translation>Een map of zip met gegevens, losse bestanden of een eerder resultaat (run.json). De bestanden blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Map kiezen…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Bestanden kiezen…</translation>
    </message>
    <message>
        <source>Make a sample municipality…</source>
        <translation>Voorbeeldgemeente maken…</translation>
    </message>
</context>
<context>
    <name>IdentifyPanel</name>
    <message>
        <source>What is this?</source>
        <translation>Wat is dit?</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copies what everyone may see</source>
        <translation>Kopieert wat iedereen mag zien</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestopt.</translation>
    </message>
    <message>
        <source>Explaining the value</source>
        <translation>Waarde verklaren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Uur</translation>
    </message>
    <message>
        <source>Choose the tool ‘What is this?’ and click on the map to see what is there.</source>
        <translation>Kies ‘Wat is dit?’ en klik op de kaart om te zien wat er op die plek is.</translation>
    </message>
    <message numerus="yes">
        <source>%n more column(s) in the table.</source>
        <translation>
            <numerusform>Nog %n kolom in de tabel.</numerusform>
            <numerusform>Nog %n kolommen in de tabel.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the visible layers has anything here.</source>
        <translation>Geen van de zichtbare lagen heeft hier iets.</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Assign columns…</source>
        <translation>Kolommen toewijzen…</translation>
    </message>
    <message>
        <source>Drag files here, or choose Open.</source>
        <translation>Sleep bestanden hierheen of kies ‘Openen’.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lagen</translation>
    </message>
    <message>
        <source>Zoom to layer</source>
        <translation>Zoom naar laag</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Naam wijzigen</translation>
    </message>
    <message>
        <source>Remove from project</source>
        <translation>Verwijderen uit project</translation>
    </message>
    <message>
        <source>Show check</source>
        <translation>Keuring bekijken</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergelijken met…</translation>
    </message>
    <message>
        <source>Makes a map of the difference with another layer.</source>
        <translation>Maakt een kaart van het verschil met een andere laag.</translation>
    </message>
    <message>
        <source>There is no other layer of the same subject to compare with.</source>
        <translation>Er is geen andere laag van hetzelfde onderwerp om mee te vergelijken.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>all values</source>
        <translation>alle waarden</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>tot %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 en hoger</translation>
    </message>
</context>
<context>
    <name>LegendPanel</name>
    <message>
        <source>Nothing on the map yet.</source>
        <translation>Er staat nog niets op de kaart.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Layers</source>
        <translation>Lagen</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Data and results</source>
        <translation>Gegevens en resultaten</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafieken</translation>
    </message>
    <message>
        <source>map page</source>
        <translation>kaartpagina</translation>
    </message>
    <message>
        <source>Save page</source>
        <translation>Pagina opslaan</translation>
    </message>
    <message>
        <source>Open a folder with files</source>
        <translation>Map met bestanden openen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>council page</source>
        <translation>raadspagina</translation>
    </message>
    <message>
        <source>No map yet. Drag files here or choose a question.</source>
        <translation>Nog geen kaart. Sleep bestanden hierheen of kies een vraag.</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Wat is dit?</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message numerus="yes">
        <source>Scale 1 : %1, %n layer(s)</source>
        <translation>
            <numerusform>Schaal 1 : %1, %n laag</numerusform>
            <numerusform>Schaal 1 : %1, %n lagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Left: %1, right: %2</source>
        <translation>Links: %1, rechts: %2</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Map in RD (EPSG:28992), made with Lommer on %1.</source>
        <translation>Kaart in RD (EPSG:28992), gemaakt met Lommer op %1.</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>N</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Map tools</source>
        <translation>Kaartgereedschap</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Selecteren</translation>
    </message>
    <message>
        <source>A click selects what lies there (S)</source>
        <translation>Een klik selecteert wat daar ligt (S)</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Wat is dit?</translation>
    </message>
    <message>
        <source>A click tells what is there, and of a heat map why (I)</source>
        <translation>Een klik vertelt wat daar is, en bij een hittekaart waarom (I)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Deze melding sluiten</translation>
    </message>
</context>
<context>
    <name>MoveLayerCommand</name>
    <message>
        <source>move layer ‘%1’</source>
        <translation>laag ‘%1’ verplaatsen</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>No data</source>
        <translation>Geen gegevens</translation>
    </message>
    <message>
        <source>Too few to show</source>
        <translation>Te weinig waarnemingen</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Niet van toepassing</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <translation>Nog niet bekend</translation>
    </message>
</context>
<context>
    <name>OpeningBar</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Opening ‘%1’…</source>
        <translation>‘%1’ openen…</translation>
    </message>
</context>
<context>
    <name>OriginPanel</name>
    <message>
        <source>How it was computed</source>
        <translation>Zo is het berekend</translation>
    </message>
    <message>
        <source>Remarks (%1)</source>
        <translation>Opmerkingen (%1)</translation>
    </message>
    <message>
        <source>Nothing was noticed about the data.</source>
        <translation>Over de gegevens is niets opgemerkt.</translation>
    </message>
    <message>
        <source>Data used</source>
        <translation>Gebruikte gegevens</translation>
    </message>
    <message>
        <source>coordinate system</source>
        <translation>coördinatenstelsel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definitie</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkomst</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, versie %2</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>Berekend op</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Choose a layer to see where it comes from.</source>
        <translation>Kies een laag om te zien waar die vandaan komt.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Cellen</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>Celgrootte</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>What does the map not say?</source>
        <translation>Wat zegt de kaart niet?</translation>
    </message>
    <message>
        <source>Make a council page (A4)…</source>
        <translation>Raadspagina (A4) maken…</translation>
    </message>
    <message>
        <source>What does the map show?</source>
        <translation>Wat laat de kaart zien?</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Adjust and calculate again</source>
        <translation>Aanpassen en opnieuw</translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation>Opdrachtregel kopiëren</translation>
    </message>
    <message>
        <source>again</source>
        <translation>opnieuw</translation>
    </message>
    <message>
        <source>The command line is copied.</source>
        <translation>De opdrachtregel is gekopieerd.</translation>
    </message>
    <message>
        <source>It reads the data for ‘%1’ in another way, so the result may differ.</source>
        <translation>Ze leest de gegevens voor ‘%1’ op een andere manier; het resultaat kan daardoor verschillen.</translation>
    </message>
</context>
<context>
    <name>ParameterField</name>
    <message>
        <source>– choose –</source>
        <translation>– kies –</translation>
    </message>
    <message>
        <source>– none –</source>
        <translation>– geen –</translation>
    </message>
    <message>
        <source>day-month-year hour:minute</source>
        <translation>dag-maand-jaar uur:minuut</translation>
    </message>
    <message>
        <source>for example 10; 50; 90</source>
        <translation>bijvoorbeeld 10; 50; 90</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Scale</source>
        <translation>Schaal</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>%1 Analysis: %2</source>
        <translation>%1 Analyse: %2</translation>
    </message>
    <message>
        <source>✓ Present: %1</source>
        <translation>✓ Aanwezig: %1</translation>
    </message>
    <message>
        <source>✗ Missing: %1</source>
        <translation>✗ Ontbreekt: %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Duur: %1</translation>
    </message>
</context>
<context>
    <name>QuestionState</name>
    <message>
        <source>less than 10 seconds</source>
        <translation>minder dan 10 seconden</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>ongeveer %n seconde</numerusform>
            <numerusform>ongeveer %n seconden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>ongeveer %n minuut</numerusform>
            <numerusform>ongeveer %n minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>ongeveer %n uur</numerusform>
            <numerusform>ongeveer %n uur</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Continue with</source>
        <translation>Verder met</translation>
    </message>
    <message>
        <source>%1, not found any more</source>
        <translation>%1, niet meer gevonden</translation>
    </message>
</context>
<context>
    <name>RecentPlace</name>
    <message>
        <source>%1 – result ‘%2’</source>
        <translation>%1 – resultaat ‘%2’</translation>
    </message>
</context>
<context>
    <name>RemoveLayerCommand</name>
    <message>
        <source>remove layer ‘%1’</source>
        <translation>laag ‘%1’ verwijderen</translation>
    </message>
</context>
<context>
    <name>RenameLayerCommand</name>
    <message>
        <source>rename layer ‘%1’</source>
        <translation>laag ‘%1’ een andere naam geven</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Source: %1.</source>
        <translation>Bron: %1.</translation>
    </message>
</context>
<context>
    <name>RoleField</name>
    <message>
        <source>– none –</source>
        <translation>– geen –</translation>
    </message>
    <message>
        <source>– no layer that fits –</source>
        <translation>– geen laag die past –</translation>
    </message>
    <message>
        <source>Missing – how to get it</source>
        <translation>Ontbreekt – zo komt u eraan</translation>
    </message>
    <message>
        <source>– choose a layer –</source>
        <translation>– kies een laag –</translation>
    </message>
</context>
<context>
    <name>RuleField</name>
    <message>
        <source>Part</source>
        <translation>Onderdeel</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
</context>
<context>
    <name>RunAgain</name>
    <message>
        <source>These data of then are not open: %1. Open them or choose others.</source>
        <translation>Deze gegevens van toen zijn niet geopend: %1. Open ze of kies andere.</translation>
    </message>
    <message>
        <source>Then a part of the area was calculated; this form calculates all of it.</source>
        <translation>Toen is een deel van het gebied berekend; dit formulier berekent alles.</translation>
    </message>
    <message>
        <source>Then measures were counted in; this form calculates the present situation.</source>
        <translation>Toen telden maatregelen mee; dit formulier berekent de huidige situatie.</translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message>
        <source>Sample municipality</source>
        <translation>Voorbeeldgemeente</translation>
    </message>
    <message>
        <source>Make and open</source>
        <translation>Maken en openen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Village, 1 km² (some seconds, 20 MB)</source>
        <translation>Dorp, 1 km² (enkele seconden, 20 MB)</translation>
    </message>
    <message>
        <source>Village with countryside, 25 km² (half a minute, 120 MB)</source>
        <translation>Dorp met buitengebied, 25 km² (een halve minuut, 120 MB)</translation>
    </message>
    <message>
        <source>Whole municipality, 300 km² (some minutes, 1.2 GB)</source>
        <translation>Hele gemeente, 300 km² (enkele minuten, 1,2 GB)</translation>
    </message>
    <message>
        <source>A made-up place with heights, buildings, streets, trees, water and figures, as the registers would deliver it. To try everything on, without data of your own.</source>
        <translation>Een verzonnen gemeente met hoogtes, gebouwen, straten, bomen, water en cijfers, zoals de registraties die zouden leveren. Om alles op uit te proberen, zonder eigen gegevens.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>In de map</translation>
    </message>
    <message>
        <source>Folder for the sample</source>
        <translation>Map voor de voorbeeldgemeente</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>sample municipality %1 km2</source>
        <translation>voorbeeldgemeente %1 km2</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>Gestopt. Er is niets achtergebleven.</translation>
    </message>
</context>
<context>
    <name>SettingText</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
</context>
<context>
    <name>ShowLayerCommand</name>
    <message>
        <source>show layer ‘%1’</source>
        <translation>laag ‘%1’ tonen</translation>
    </message>
    <message>
        <source>hide layer ‘%1’</source>
        <translation>laag ‘%1’ verbergen</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>What do you want to know?</source>
        <translation>Wat wilt u weten?</translation>
    </message>
    <message>
        <source>To the map</source>
        <translation>Naar de kaart</translation>
    </message>
    <message>
        <source>Ask a question or type a word: heat, vacancy, trees…</source>
        <translation>Stel een vraag of typ een woord: hitte, leegstand, bomen…</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Alle vragen</translation>
    </message>
    <message>
        <source>Nothing found for ‘%1’. Search for another word or look at all questions.</source>
        <translation>Niets gevonden voor ‘%1’. Zoek op een ander woord of bekijk alle vragen.</translation>
    </message>
    <message>
        <source>Fewer questions</source>
        <translation>Minder vragen</translation>
    </message>
</context>
<context>
    <name>StyleLayerCommand</name>
    <message>
        <source>change the look of layer ‘%1’</source>
        <translation>weergave van laag ‘%1’ wijzigen</translation>
    </message>
</context>
<context>
    <name>SwipeHandle</name>
    <message>
        <source>Swipe handle</source>
        <translation>Greep van de schuifvergelijking</translation>
    </message>
    <message>
        <source>%1% of the map lies to the left. Move with the arrows.</source>
        <translation>%1% van de kaart ligt links. Verplaats met de pijltjes.</translation>
    </message>
    <message>
        <source>Drag, or move with the arrows. Escape ends the comparison.</source>
        <translation>Sleep, of verplaats met de pijltjes. Escape beëindigt de vergelijking.</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Choose a layer to see its table.</source>
        <translation>Kies een laag om de tabel te zien.</translation>
    </message>
    <message>
        <source>This layer consists of cells and has no table.</source>
        <translation>Deze laag bestaat uit cellen en heeft geen tabel.</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Rijen: %1</translation>
    </message>
    <message>
        <source>Rows: %1, selected: %2</source>
        <translation>Rijen: %1, geselecteerd: %2</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>Make a sample municipality…</source>
        <translation>Voorbeeldgemeente maken…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Niets selecteren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Inzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Uitzoomen</translation>
    </message>
    <message>
        <source>Previous extent</source>
        <translation>Vorige uitsnede</translation>
    </message>
    <message>
        <source>Next extent</source>
        <translation>Volgende uitsnede</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panelen</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Licht of donker</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Volgens het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Laag</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>Bestand toevoegen…</translation>
    </message>
    <message>
        <source>E&amp;xtra</source>
        <translation>E&amp;xtra</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>About Lommer</source>
        <translation>Over Lommer</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;p&gt;Maps and figures for Dutch municipalities. Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;p&gt;Kaarten en cijfers voor Nederlandse gemeenten. Vrije software onder de GNU General Public License, versie 3 of later.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>&amp;Analyse</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Pagina</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als pdf…</translation>
    </message>
    <message>
        <source>Save as image…</source>
        <translation>Opslaan als afbeelding…</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Ongedaan maken: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Opnieuw: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Add folder with files…</source>
        <translation>Map met bestanden toevoegen…</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Tabel openen</translation>
    </message>
    <message>
        <source>Council page…</source>
        <translation>Raadspagina (A4)…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Schuiven</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Knipperen</translation>
    </message>
    <message>
        <source>Shows one result on the whole map, and the other at the next press.</source>
        <translation>Toont één resultaat op de hele kaart, en bij de volgende keer het andere.</translation>
    </message>
    <message>
        <source>Shows two results side by side, with a handle to move between them.</source>
        <translation>Toont links en rechts een ander resultaat, met een greep om te schuiven.</translation>
    </message>
    <message>
        <source>There are no two results of the same analysis to compare.</source>
        <translation>Er zijn geen twee resultaten van dezelfde analyse om te vergelijken.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startpagina</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>Nog niets geopend</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Stopped. Nothing has been saved.</source>
        <translation>Gestopt. Er is niets opgeslagen.</translation>
    </message>
    <message numerus="yes">
        <source>add %n layer(s)</source>
        <translation>
            <numerusform>%n laag toevoegen</numerusform>
            <numerusform>%n lagen toevoegen</numerusform>
        </translation>
    </message>
    <message>
        <source>No data were found in ‘%1’. Choose another file or folder.</source>
        <translation>In ‘%1’ zijn geen gegevens gevonden. Kies een ander bestand of een andere map.</translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>Klaar in %1.</translation>
    </message>
    <message>
        <source>The page is saved in ‘%1’.</source>
        <translation>De pagina is opgeslagen in ‘%1’.</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) about the data: see ‘Details’.</source>
        <translation>
            <numerusform>%n opmerking over de gegevens: zie ‘Details’.</numerusform>
            <numerusform>%n opmerkingen over de gegevens: zie ‘Details’.</numerusform>
        </translation>
    </message>
</context>
</TS>
