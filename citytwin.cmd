@echo off
rem Runs the tools of CityTwin. Beside a folder "lib" it only starts Java; in a checkout it first builds what is missing or stale.
rem   JAVA_HOME      the Java to use (default: the one on the path)
rem   CITYTWIN_OPTS  more options for Java
rem Ends with 2 if it could not run, as the tools do: 1 would mean that they ran and found something.
rem Paths may hold blanks, parentheses and exclamation marks: each stands in quotes, and no block around it is in parentheses.
setlocal EnableExtensions DisableDelayedExpansion
set "CT_HOME=%~dp0"

set "CT_JAVA=java.exe"
if defined JAVA_HOME set "CT_JAVA=%JAVA_HOME:"=%\bin\java.exe"
rem An escaped quote around the whole command keeps its inner quotes, in this line and in the shell that runs it.
set "CT_VERSION="
for /f "usebackq tokens=2,3" %%v in (`^""%CT_JAVA%" -version 2^>^&1^"`) do if /i "%%v"=="version" if not defined CT_VERSION set "CT_VERSION=%%~w"
if not defined CT_VERSION goto nojava
set "CT_MAJOR="
for /f "delims=.-+" %%m in ("%CT_VERSION%") do set "CT_MAJOR=%%m"
if %CT_MAJOR% LSS 17 goto oldjava

rem An unpacked distribution has its jars beside the launcher and nothing to build from.
set "CT_LIB=%CT_HOME%lib"
if not exist "%CT_HOME%pom.xml" goto run
set "CT_TARGET=%CT_HOME%examples\milan-sharing-cities\target"
set "CT_LIB=%CT_TARGET%\lib"
set "CT_STAMP=%CT_LIB%\.stamp"
if not exist "%CT_STAMP%" goto build
powershell -NoProfile -Command "$h=$env:CT_HOME; $t=(Get-Item -Force -LiteralPath $env:CT_STAMP).LastWriteTimeUtc; $f=@(Get-Item -LiteralPath ($h+'pom.xml'))+@(Get-ChildItem -LiteralPath $h -Directory | Where-Object { $_.Name -like 'twin-*' -or $_.Name -eq 'examples' } | ForEach-Object { Get-ChildItem -Recurse -LiteralPath $_.FullName }); if ($f | Where-Object { $_.FullName -notmatch '\\target\\' -and ($_.FullName -match '\\src\\main(\\|$)' -or $_.Name -eq 'pom.xml') -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

:build
echo citytwin: building, this happens after a change only ... 1>&2
if exist "%CT_LIB%" rmdir /s /q "%CT_LIB%"
if not exist "%CT_TARGET%" mkdir "%CT_TARGET%"
type nul > "%CT_TARGET%\.started"
pushd "%CT_HOME%"
call "%CT_HOME%mvnw.cmd" -q -B -Pfast -Dmaven.test.skip package 1>&2
if errorlevel 1 goto broken
popd
move /y "%CT_TARGET%\.started" "%CT_STAMP%" >nul

:run
if not "%CT_LIB:!\=%"=="%CT_LIB%" goto badname
if not exist "%CT_LIB%" goto nolib
set "CT_TIERS=1"
if "%~1"=="demo" set "CT_TIERS=4"
rem The tools print UTF-8; the console is told so, and told the former code page again at the end.
set "CT_PAGE="
for /f "tokens=2 delims=:." %%p in ('chcp 2^>nul') do set "CT_PAGE=%%p"
if defined CT_PAGE chcp 65001 >nul 2>&1
"%CT_JAVA%" -XX:TieredStopAtLevel=%CT_TIERS% -XX:+UseSerialGC -Xmn256m -Xshare:auto -Dfile.encoding=UTF-8 %CITYTWIN_OPTS% -cp "%CT_LIB%\*" io.citytwin.core.spi.ToolLauncher %*
set "CT_STATUS=%errorlevel%"
if defined CT_PAGE chcp %CT_PAGE% >nul 2>&1
exit /b %CT_STATUS%

:nojava
echo citytwin: no Java found. Maybe install a Java 17 or newer, or set JAVA_HOME. 1>&2
exit /b 2

:oldjava
echo citytwin: Java 17 or newer is needed, but "%CT_JAVA%" is %CT_VERSION%. Maybe set JAVA_HOME. 1>&2
exit /b 2

:nolib
echo citytwin: there is no folder "%CT_LIB%". Maybe unpack the whole distribution, not this file alone. 1>&2
exit /b 2

:badname
echo citytwin: Java reads no jars below a folder whose name ends in an exclamation mark, as in "%CT_HOME%". Maybe rename it. 1>&2
exit /b 2

:broken
popd
echo citytwin: the build failed, see above. 1>&2
exit /b 2
