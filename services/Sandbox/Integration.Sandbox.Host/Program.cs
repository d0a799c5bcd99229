using Integration.Sandbox;
using Microsoft.Extensions.Configuration;

var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build().GetSection("Sandbox");
await using var sandbox = await SandboxPair.StartAsync(settings.Get<SandboxPairOptions>() ?? new SandboxPairOptions { Folder = "." });
var signInText = sandbox.SignIn is { } signIn ? $", sign-in {signIn}" : "";
var dataverseText = sandbox.Dataverse is { } dataverse && dataverse != sandbox.Erp ? $", Dataverse {dataverse}" : "";
Console.WriteLine($"Sandbox storefront {sandbox.Shop}, sandbox ERP {sandbox.Erp}{dataverseText}{signInText}");
// Ends when whoever started it closes its input, or with it.
await Console.In.ReadToEndAsync();
