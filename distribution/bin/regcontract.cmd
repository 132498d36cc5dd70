@echo off
rem Starts regcontract.jar with the options of Java that suit the command; see the shell script beside this file.
setlocal
set "LIB=%~dp0..\lib"
if not exist "%LIB%\regcontract.jar" set "LIB=%~dp0..\target"
if not exist "%LIB%\regcontract.jar" (
  echo regcontract.jar is neither in %~dp0..\lib nor in %~dp0..\target: in a checkout, mvnw package makes it. 1>&2
  exit /b 2
)
if not defined REGCONTRACT_HOME if exist "%~dp0..\environments\profiles" set "REGCONTRACT_HOME=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dgroovy.indy.optimize.threshold=0"
set "KIND="
if "%~1"=="simulator" set "KIND=-simulator"
if "%~1"=="simulator" set "OPTIONS="
if "%~1"=="twin" set "OPTIONS=-XX:+UseSerialGC -Dgroovy.indy.optimize.threshold=0"
set "VERSION="
if defined JAVA_HOME if exist "%JAVA_HOME%\release" for /f "tokens=2 delims==" %%v in ('findstr /b JAVA_VERSION= "%JAVA_HOME%\release"') do set "VERSION=%%~v"
if defined VERSION if exist "%LIB%\regcontract%KIND%-%VERSION%.jsa" set "OPTIONS=%OPTIONS% -XX:SharedArchiveFile="%LIB%\regcontract%KIND%-%VERSION%.jsa" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off"
"%JAVA%" %OPTIONS% %REGCONTRACT_JVM% -jar "%LIB%\regcontract.jar" %*
exit /b %ERRORLEVEL%
