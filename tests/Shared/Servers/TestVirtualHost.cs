using Integration.LocalServers.RabbitMq;

namespace Integration.Tests.Servers;

/// <summary>A virtual host of one test or test class; disposing it deletes it with its queues.</summary>
public sealed class TestVirtualHost(string name, Uri amqp, RabbitMqManagement management) : IAsyncDisposable
{
    /// <summary>Its name, for <see cref="Management"/>.</summary>
    public string Name => name;

    /// <summary>Where an administrator connects: <c>amqp://user:password@host:port/name</c>.</summary>
    public Uri Amqp => amqp;

    /// <summary>The broker's management interface. Shared: do not dispose.</summary>
    public RabbitMqManagement Management => management;

    public async ValueTask DisposeAsync() => await management.DeleteVirtualHostAsync(name, CancellationToken.None);
}
