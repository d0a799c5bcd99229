using Microsoft.Extensions.DependencyInjection.Extensions;
using Integration.Platform.Database;

namespace Integration.Platform.Leases;

/// <summary>Registers <see cref="ILeases"/>.</summary>
public static class LeaseRegistration
{
    /// <summary>Adds leases kept in the service's database; further calls change nothing.</summary>
    public static IServiceCollection AddLeases(this IServiceCollection services)
    {
        services.TryAddSingleton<ILeases>(provider => new DatabaseLeases(
            provider.GetRequiredService<IDatabase>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DatabaseLeases>>()));
        return services;
    }
}
