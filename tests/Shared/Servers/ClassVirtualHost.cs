namespace Integration.Tests.Servers;

/// <summary>
/// One virtual host for all tests of a class: <c>class OrderQueues(ClassVirtualHost host) : IClassFixture&lt;ClassVirtualHost&gt;</c>,
/// then <c>await host.GetAsync(token)</c> in the test or in the class's own <c>InitializeAsync</c>.
/// </summary>
public sealed class ClassVirtualHost(BrokerFixture broker) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private TestVirtualHost? _host;

    /// <summary>The class's virtual host, made at the first call. Not made earlier, as only a test can be skipped, not a fixture.</summary>
    public async Task<TestVirtualHost> GetAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            return _host ??= await broker.FreshVirtualHostAsync(cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _opening.Dispose();
    }
}
