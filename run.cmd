@echo off
rem Builds what is needed and starts the integration platform. See run for Linux and macOS.
setlocal
cd /d "%~dp0"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet --version >nul 2>&1
if errorlevel 1 (
  echo The .NET 10 SDK is needed. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again. 1>&2
  exit /b 1
)

call :build services\Run\Integration.Run.csproj || exit /b 1
echo %* | findstr /c:"--separate" >nul
if not errorlevel 1 (
  for /d %%s in (services\*) do for /d %%h in (%%s\Integration.*.Host) do for %%p in (%%h\*.csproj) do call :build %%p || exit /b 1
)

dotnet services\Run\bin\Release\net10.0\Integration.Run.dll %*
exit /b %errorlevel%

:build
echo Building %~n1 ... 1>&2
dotnet build "%~1" -c Release --nologo -v quiet --tl:off 1>&2
exit /b %errorlevel%
