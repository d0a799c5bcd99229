using Integration.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Integration.Platform.Messaging;

/// <summary>Registers the bus, outbox, inbox and dead letters.</summary>
public static class MessagingRegistration
{
    /// <summary>
    /// Makes message types known to outbox and relay. Every service registers what it sends; repeats are harmless.
    /// </summary>
    public static IServiceCollection AddMessages(this IServiceCollection services, params Type[] types)
    {
        foreach (var type in types)
        {
            services.AddSingleton(new RegisteredMessage(type));
        }

        return services;
    }

    /// <summary>Adds the bus on RabbitMQ or in memory; further calls change nothing.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services, bool rabbitMq)
    {
        if (services.Any(known => known.ServiceType == typeof(IOutbox)))
        {
            return services;
        }

        services.AddOptions<MessagingOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IntegrationMetrics>();
        services.AddSingleton(provider => new MessageTypes(provider.GetServices<RegisteredMessage>()));
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<TransientFaults>();
        services.AddSingleton<IOutbox, Outbox>();
        services.AddSingleton<IInbox, Inbox>();
        services.AddSingleton<IQueueHost, QueueHost>();
        services.TryAddSingleton<IDeliveryFailures, LoggedDeliveryFailures>();
        services.AddBus(rabbitMq);
        services.AddSingleton<ConfirmedRows>();
        services.AddHostedService<OutboxRelay>();
        services.AddHostedService<InboxSweep>();
        if (rabbitMq)
        {
            services.AddSingleton<BrokerConnection>();
            services.AddSingleton<IOutboxSender, BrokerSender>();
            services.AddSingleton<LastingQueues>();
            services.AddSingleton<DeadLetterTopology>();
            services.AddSingleton<IDeadLetterReplay, BrokerDeadLetterReplay>();
        }
        else
        {
            services.AddSingleton<IOutboxSender, MemorySender>();
            services.AddSingleton<IDeadLetterReplay, MemoryDeadLetterReplay>();
        }

        return services;
    }

    /// <summary>
    /// Adds the place where dead letters are kept, and on RabbitMQ the reader of <c>attention.intake</c>. Call it in the
    /// one service that shows them, after <see cref="AddMessaging"/>.
    /// </summary>
    public static IServiceCollection AddDeadLetterSink<TSink>(this IServiceCollection services)
        where TSink : class, IDeadLetterSink
    {
        services.TryAddSingleton<IDeadLetterSink, TSink>();
        if (services.Any(known => known.ServiceType == typeof(BrokerConnection)))
        {
            services.AddHostedService<DeadLetterIntake>();
        }

        return services;
    }
}
