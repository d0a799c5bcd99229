namespace Integration.Platform.Database;

/// <summary>Where the service keeps its state. Configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>sqlite</c> (the embedded default) or <c>postgres</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>
    /// <c>Data Source=FILE</c> for SQLite, an Npgsql connection string for PostgreSQL. Empty: a file
    /// <c>integration.db</c> in the data folder. May hold a password, so it is never logged.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>PostgreSQL only: the schema that holds this service's tables; made at start if it may be.</summary>
    public string? Schema { get; set; }

    /// <summary>The longest a single statement may take. Default 30 seconds.</summary>
    public TimeSpan CommandDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>PostgreSQL only: connections this process may hold. Default 15.</summary>
    public int MaxConnections { get; set; } = 15;

    internal bool IsPostgres => string.Equals(Provider, "postgres", StringComparison.OrdinalIgnoreCase);
}
