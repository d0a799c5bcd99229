namespace Integration.Tests.Servers;

/// <summary>A database of one test or test class; disposing it drops it, closing its connections.</summary>
public sealed class TestDatabase(string name, string connectionString, Func<Task> drop) : IAsyncDisposable
{
    public string Name => name;

    /// <summary>Npgsql connection string of an administrator.</summary>
    public string ConnectionString => connectionString;

    public async ValueTask DisposeAsync() => await drop();
}
