# Builds Lommer on Windows with vcpkg. Not run by us: see README.md in this folder.
param([switch]$SkipTests)

$ErrorActionPreference = 'Stop'
$root = Resolve-Path (Join-Path $PSScriptRoot '..\..')
Set-Location $root

if (-not $env:VCPKG_ROOT) {
    throw 'VCPKG_ROOT is not set. Use a Developer PowerShell for VS 2022, or install vcpkg and set it.'
}
$toolchain = Join-Path $env:VCPKG_ROOT 'scripts\buildsystems\vcpkg.cmake'
$triplet = 'x64-windows'
$build = Join-Path $root 'build\release'

function Invoke-Checked {
    param([string]$Program, [string[]]$Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Program ended with $LASTEXITCODE"
    }
}

# The preset's optimisation flags are GCC's; these take their place.
Invoke-Checked cmake @('--preset', 'release', "-DCMAKE_TOOLCHAIN_FILE=$toolchain",
    "-DVCPKG_TARGET_TRIPLET=$triplet", '-DCMAKE_CXX_FLAGS_RELEASE=/O2')
Invoke-Checked cmake @('--build', $build)
if (-not $SkipTests) {
    Invoke-Checked ctest @('--preset', 'release')
}

$bundle = Join-Path $build 'lommer'
New-Item -ItemType Directory -Force $bundle | Out-Null
$programs = Get-ChildItem (Join-Path $build 'app') -Recurse -Include 'lommer.exe', 'lommer-cli.exe'
$programs | Copy-Item -Destination $bundle
$programs | ForEach-Object { Copy-Item (Join-Path $_.DirectoryName '*.dll') $bundle -Force }

$installed = Join-Path $build "vcpkg_installed\$triplet"
foreach ($share in 'proj', 'gdal') {
    Copy-Item (Join-Path $installed "share\$share") (Join-Path $bundle "share\$share") -Recurse -Force
}
$deploy = Join-Path $installed 'tools\Qt6\bin\windeployqt.exe'
foreach ($program in Get-ChildItem $bundle -Filter '*.exe') {
    Invoke-Checked $deploy @($program.FullName)
}
Write-Output "Programs and libraries: $bundle"
