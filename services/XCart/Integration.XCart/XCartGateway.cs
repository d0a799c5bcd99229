using Integration.Connectors;
using Integration.Connectors.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integration.XCart;

/// <summary>The X-Cart gateway: connections of kind <c>xcart</c> (X-Cart 5.0 to 5.5, both of its APIs).</summary>
public static class XCartGateway
{
    /// <summary>The kind in pair files.</summary>
    public const string Kind = "xcart";

    /// <summary>Registers the connector. It needs the platform's secrets; the connections themselves come from the pair files.</summary>
    public static IServiceCollection AddXCartGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddConnectors(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IConnectorFactory, XCartConnectorFactory>();
        return services;
    }
}
