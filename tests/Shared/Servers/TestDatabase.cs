namespace Integration.Tests.Servers;

/// <summary>A database of one test or test class; disposing it gives it up, closing its connections; its name then leads nowhere.</summary>
public sealed class TestDatabase(string name, string connectionString, Func<Task> giveUp) : IAsyncDisposable
{
    public string Name => name;

    /// <summary>Npgsql connection string of an administrator.</summary>
    public string ConnectionString => connectionString;

    public async ValueTask DisposeAsync() => await giveUp();
}
