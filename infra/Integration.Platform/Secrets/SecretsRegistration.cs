using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Secrets;

/// <summary>Registers secrets and sealing.</summary>
public static class SecretsRegistration
{
    /// <summary>Adds <see cref="ISecrets"/> and <see cref="ISealer"/>; further calls change nothing.</summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SecretsOptions>().Bind(configuration.GetSection("Secrets"));
        services.TryAddSingleton<ISecrets>(provider =>
            new LayeredSecrets(provider.GetRequiredService<IOptions<SecretsOptions>>(), configuration));
        services.TryAddSingleton<KeyRing>();
        services.TryAddSingleton<ISealer, AesSealer>();
        return services;
    }
}
