using Integration.Platform.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Hosting;

/// <summary>
/// What every service process has in common; a <c>Program.cs</c> is: create the builder, add the service, run.
/// Configuration, later wins: <c>appsettings.json</c>, files in the secrets folder (<c>Secrets:Folder</c>, name =
/// key with <c>__</c> for <c>:</c>), environment variables with prefix <c>INTEGRATION_</c>, command line.
/// </summary>
public static class ServiceHost
{
    /// <summary>A builder with configuration, JSON logs on the console, and the platform. Listens on loopback unless told otherwise (<c>Urls</c>).</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args, string service)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("INTEGRATION_ENVIRONMENT") ?? Environments.Production,
        });
        Configure(builder.Configuration, args);
        builder.Logging.ClearProviders();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Npgsql tells every statement at Information.
        builder.Logging.AddFilter("Npgsql", LogLevel.Warning);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel((context, server) => RequestLimits.Apply(server, context.Configuration));
        builder.WebHost.UseUrls(builder.Configuration["Urls"] ?? "http://127.0.0.1:0");
        builder.Services.AddPlatform(builder.Configuration, service);
        return builder;
    }

    /// <summary>
    /// Builds, maps health and every <see cref="IEndpointModule"/>, and runs until told to stop. A wrong setting, also one that the database refuses, is
    /// written to standard error as plain sentences and ends the process with exit code 78.
    /// </summary>
    public static async Task RunAsync(WebApplicationBuilder builder)
    {
        try
        {
            await using var app = Build(builder);
            await RunAsync(app);
        }
        catch (OptionsValidationException invalid)
        {
            foreach (var failure in invalid.Failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }

            Environment.ExitCode = 78;
        }
    }

    private static async Task RunAsync(WebApplication app)
    {
        // Once it has run, the application is disposed of and can no longer be asked.
        var stopping = app.Lifetime.ApplicationStopping;
        if (string.Equals(app.Configuration["StopWithInput"], "true", StringComparison.OrdinalIgnoreCase)) _ = StopWithInput.WatchAsync(app.Lifetime);
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop before it had started, such as while it waited for its database: an order, not a failure.
        }
    }

    /// <summary>Builds and maps without running, for tests and for the program that holds several services.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseMiddleware<RequestNaming>();
        app.UseRouting();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(
            "/health/ready",
            new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = HealthAnswer.WriteAsync });
        foreach (var module in app.Services.GetServices<IEndpointModule>())
        {
            module.Map(app);
        }

        return app;
    }

    internal static void Configure(IConfigurationManager configuration, string[] args)
    {
        configuration.AddEnvironmentVariables("INTEGRATION_").AddCommandLine(args);
        var folder = configuration["Secrets:Folder"];
        if (!string.IsNullOrEmpty(folder) && Directory.Exists(folder))
        {
            configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("INTEGRATION_").AddCommandLine(args);
        }
    }
}
