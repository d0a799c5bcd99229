namespace Integration.Platform.Database;

/// <summary>
/// The one way to the service's own database: PostgreSQL in production, SQLite in the embedded default.
/// Both obey the same SQL (see <c>docs/adr/0001-one-narrow-database-port.md</c>); isolation between services
/// is by schema (PostgreSQL) or by file (SQLite), so table names carry no prefix.
/// </summary>
public interface IDatabase
{
    /// <summary>The few words in which the two databases differ.</summary>
    SqlDialect Dialect { get; }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and commits it when the work returns; any exception rolls it
    /// back and is thrown on. Nothing is retried: the caller knows whether its work may run twice. Never call another
    /// system inside <paramref name="work"/>: it would hold a connection and row locks (on SQLite, the only writer).
    /// </summary>
    Task<T> TransactAsync<T>(Func<IUnit, CancellationToken, Task<T>> work, CancellationToken ct);

    /// <summary>As <see cref="TransactAsync{T}"/>, for work without a result.</summary>
    Task TransactAsync(Func<IUnit, CancellationToken, Task> work, CancellationToken ct);

    /// <summary>
    /// Runs read-only <paramref name="work"/> on one connection without a transaction: each statement sees what was
    /// committed when it began. SQLite refuses writes here.
    /// </summary>
    Task<T> ReadAsync<T>(Func<IUnit, CancellationToken, Task<T>> work, CancellationToken ct);

    /// <summary>
    /// True when <paramref name="exception"/> means "the same work may succeed shortly": connection lost, server
    /// starting or stopping, deadlock, serialization failure, database file busy.
    /// </summary>
    bool IsTransient(Exception exception);

    /// <summary>Why the database refuses whatever we ask until a setting is changed, without secrets; null when <paramref name="exception"/> is something else.</summary>
    string? Refusal(Exception exception);
}
