using Integration.Acumatica.Sessions;
using Integration.Connectors;
using Integration.Connectors.Ports;
using Integration.Platform.Database;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integration.Acumatica;

/// <summary>Registers the Acumatica adapter.</summary>
public static class AcumaticaRegistration
{
    /// <summary>Adds connectors of kind <c>acumatica</c> with their session store. Needs the platform's database; further calls change nothing.</summary>
    public static IServiceCollection AddAcumaticaAdapter(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSecrets(configuration);
        services.AddConnectors(configuration);
        services.AddMigrations<SessionMigrations>();
        services.TryAddSingleton<ITokenStore, TokenStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConnectorFactory, AcumaticaConnectorFactory>());
        return services;
    }
}
