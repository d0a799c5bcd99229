namespace Integration.Platform.Database;

/// <summary>
/// One unit of work: a connection and, inside <see cref="IDatabase.TransactAsync{T}"/>, its transaction.
/// Parameters are named <c>@name</c> and read from the properties of <c>args</c>. Row types are classes with
/// settable or <c>init</c> properties (SQLite widens every integer to 64 bits, which positional records refuse).
/// A unit serves one logical thread at a time. Every statement has the database's command deadline.
/// </summary>
public interface IUnit
{
    /// <summary>The few words in which the two databases differ.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Runs a statement; returns the number of rows written.</summary>
    Task<int> ExecuteAsync(string sql, object? args, CancellationToken ct);

    /// <summary>The first row, or <c>default</c> when there is none.</summary>
    Task<T?> FirstOrDefaultAsync<T>(string sql, object? args, CancellationToken ct);

    /// <summary>All rows.</summary>
    Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? args, CancellationToken ct);

    /// <summary>
    /// Adds work that runs inside the transaction, just before it commits, in order of registration; used to write
    /// what piled up in one statement. An exception there rolls everything back.
    /// </summary>
    void BeforeCommit(Func<CancellationToken, Task> work);

    /// <summary>Adds an action that runs once the transaction is durable; never runs after a rollback. Must not throw.</summary>
    void AfterCommit(Action action);

    /// <summary>
    /// Values kept for the life of the unit, for pieces that share it (the outbox keeps its unwritten rows here).
    /// </summary>
    IDictionary<object, object> Items { get; }
}
