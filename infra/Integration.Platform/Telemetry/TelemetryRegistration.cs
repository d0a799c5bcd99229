using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integration.Platform.Telemetry;

/// <summary>Registers metrics and their export.</summary>
public static class TelemetryRegistration
{
    /// <summary>Adds <see cref="IntegrationMetrics"/> and the OTLP export; further calls change nothing.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, string service)
    {
        services.TryAddSingleton<IntegrationMetrics>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TelemetryExport>(_ => new TelemetryExport(service)));
        return services;
    }
}
