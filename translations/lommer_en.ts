<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DeliveryDialog</name>
    <message numerus="yes">
        <source>%n layer(s) found.</source>
        <translation>
            <numerusform>%n layer found.</numerusform>
            <numerusform>%n layers found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentifyPanel</name>
    <message numerus="yes">
        <source>%n more column(s) in the table.</source>
        <translation>
            <numerusform>%n more column in the table.</numerusform>
            <numerusform>%n more columns in the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message numerus="yes">
        <source>Scale 1 : %1, %n layer(s)</source>
        <translation>
            <numerusform>Scale 1 : %1, %n layer</numerusform>
            <numerusform>Scale 1 : %1, %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message numerus="yes">
        <source>add %n layer(s)</source>
        <translation>
            <numerusform>add %n layer</numerusform>
            <numerusform>add %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) about the data: see ‘Details’.</source>
        <translation>
            <numerusform>%n remark about the data: see ‘Details’.</numerusform>
            <numerusform>%n remarks about the data: see ‘Details’.</numerusform>
        </translation>
    </message>
</context>
</TS>
