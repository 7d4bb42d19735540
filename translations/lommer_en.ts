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
    <name>QuestionState</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>about %n hour</numerusform>
            <numerusform>about %n hours</numerusform>
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
