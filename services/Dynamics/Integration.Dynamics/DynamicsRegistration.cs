using Integration.Connectors;
using Integration.Connectors.Ports;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integration.Dynamics;

/// <summary>Registers the Dynamics adapter.</summary>
public static class DynamicsRegistration
{
    /// <summary>Adds connectors of kind <c>dynamics</c>. Further calls change nothing.</summary>
    public static IServiceCollection AddDynamicsAdapter(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSecrets(configuration);
        services.AddConnectors(configuration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConnectorFactory, DynamicsConnectorFactory>());
        return services;
    }
}
