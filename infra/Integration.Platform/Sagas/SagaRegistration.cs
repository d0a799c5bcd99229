using MassTransit;
using MassTransit.Saga;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integration.Platform.Sagas;

/// <summary>Registers sagas.</summary>
public static class SagaRegistration
{
    /// <summary>
    /// Adds <c>ISagaRepository&lt;TSaga&gt;</c> over the service's database: inbox, saga and outbox in one transaction.
    /// Connect it by <c>IQueueHost.ConnectAsync(…, (endpoint, provider) => endpoint.StateMachineSaga(machine,
    /// provider.GetRequiredService&lt;ISagaRepository&lt;TSaga&gt;&gt;()))</c>. Events correlate by id only.
    /// </summary>
    public static IServiceCollection AddSagaStore<TSaga>(this IServiceCollection services)
        where TSaga : class, IStoredSaga
    {
        services.TryAddSingleton<SagaTable<TSaga>>();
        services.TryAddSingleton<SagaPages<TSaga>>();
        services.TryAddSingleton<DatabaseSagaContextFactory<TSaga>>();
        services.TryAddSingleton<ISagaRepository<TSaga>>(provider =>
        {
            var factory = provider.GetRequiredService<DatabaseSagaContextFactory<TSaga>>();
            return new SagaRepository<TSaga>(factory, null, factory);
        });
        return services;
    }
}
