using Integration.Platform.Database;
using Integration.Platform.Leases;
using Integration.Platform.Messaging;
using Integration.Platform.Secrets;
using Integration.Platform.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Hosting;

/// <summary>Registers everything in this library from configuration.</summary>
public static class PlatformRegistration
{
    /// <summary>
    /// Adds database, messaging, leases, secrets, telemetry and health, bound to their sections of
    /// <paramref name="configuration"/>. Any number of services in one process may call it; the first call counts.
    /// </summary>
    public static IServiceCollection AddPlatform(
        this IServiceCollection services, IConfiguration configuration, string service)
    {
        if (services.Any(known => known.ServiceType == typeof(IValidateOptions<DatabaseOptions>)))
        {
            return services;
        }

        services.AddOptions<PlatformOptions>().Bind(configuration.GetSection("Platform"))
            .Configure(options => options.Service = service);
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsCheck>();
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"))
            .PostConfigure<IOptions<PlatformOptions>>(PlaceInDataFolder).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MessagingOptions>, MessagingOptionsCheck>();
        services.AddOptions<MessagingOptions>().Bind(configuration.GetSection("Messaging")).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabase();
        services.AddMessaging(IsRabbitMq(configuration));
        services.AddLeases();
        services.AddSecrets(configuration);
        services.AddTelemetry(service);
        services.AddHostedService<StartupMemory>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        return services;
    }

    private static bool IsRabbitMq(IConfiguration configuration) =>
        string.Equals(configuration["Messaging:Transport"], "rabbitmq", StringComparison.OrdinalIgnoreCase);

    private static void PlaceInDataFolder(DatabaseOptions database, IOptions<PlatformOptions> platform)
    {
        if (!database.IsPostgres && string.IsNullOrWhiteSpace(database.ConnectionString))
        {
            database.ConnectionString = $"Data Source={Path.Combine(platform.Value.DataFolder, "integration.db")}";
        }
    }
}
