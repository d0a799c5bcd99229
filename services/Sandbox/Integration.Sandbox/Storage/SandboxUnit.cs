using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Integration.Sandbox.Storage;

/// <summary>
/// One transaction on a <see cref="SandboxStore"/>. Documents are named by kind and id; <c>key</c> is a second,
/// not necessarily unique, name to find them by, and <c>sort</c> a number to list them by.
/// </summary>
public sealed class SandboxUnit
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    internal SandboxUnit(SqliteConnection connection, SqliteTransaction transaction)
    {
        _connection = connection;
        _transaction = transaction;
    }

    /// <summary>The document, or null when there is none.</summary>
    public T? Find<T>(string kind, string id) where T : class =>
        Read<T>(_connection.QuerySingleOrDefault<string>(
            "select json from document where kind = @kind and id = @id", new { kind, id }, _transaction));

    /// <summary>Every document of the kind with this key, in order of id (as text).</summary>
    public IReadOnlyList<T> ByKey<T>(string kind, string key) where T : class =>
        // Without statistics the planner would walk the whole kind for the sake of the order.
        Many<T>("select json from document indexed by document_key where kind = @kind and key = @key order by id", new { kind, key });

    /// <summary>Every document of the kind, by sort number, then by id (as text).</summary>
    public IReadOnlyList<T> All<T>(string kind) where T : class =>
        Many<T>("select json from document where kind = @kind order by sort, id", new { kind });

    /// <summary>One page of a kind by sort number, then by id (as text), both in the same direction.</summary>
    /// <param name="kind">Kind of document.</param>
    /// <param name="descending">Largest number first.</param>
    /// <param name="offset">Documents to leave out at the front.</param>
    /// <param name="limit">Most documents to return.</param>
    /// <param name="from">Smallest sort number, inclusive; null for no bound.</param>
    public IReadOnlyList<T> Page<T>(string kind, bool descending, int offset, int limit, long? from = null) where T : class =>
        Many<T>(
            $"""
            select json from document where kind = @kind and sort is not null and sort >= @from
            order by sort {(descending ? "desc, id desc" : "asc, id asc")} limit @limit offset @offset
            """,
            new { kind, from = from ?? long.MinValue, limit, offset });

    /// <summary>How many documents of the kind there are.</summary>
    public int Count(string kind) =>
        _connection.ExecuteScalar<int>("select count(*) from document where kind = @kind", new { kind }, _transaction);

    /// <summary>Stores a document, replacing the one of the same kind and id.</summary>
    public void Put<T>(string kind, string id, T document, string? key = null, long? sort = null) where T : class =>
        _connection.Execute(
            "insert or replace into document (kind, id, key, sort, json) values (@kind, @id, @key, @sort, @json)",
            new { kind, id, key, sort, json = JsonSerializer.Serialize(document, Json) },
            _transaction);

    /// <summary>Sets a number inside a document in one statement, and only if it is what was expected.</summary>
    /// <param name="kind">Kind of document.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">Property of the document.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="value">What it becomes.</param>
    /// <param name="stamp">A second property set with it, which is also the sort number; null for none.</param>
    /// <returns>False when it was something else, or there is no such document; nothing was done then.</returns>
    public bool SetIf(string kind, string id, string name, long expected, long value, (string Name, long Value)? stamp = null) =>
        _connection.Execute(
            $"""
            update document
            set json = json_set(json, '$.' || @name, @value{(stamp is null ? "" : ", '$.' || @stampName, @stampValue")}){(stamp is null ? "" : ", sort = @stampValue")}
            where kind = @kind and id = @id and json_extract(json, '$.' || @name) = @expected
            """,
            new { kind, id, name, expected, value, stampName = stamp?.Name, stampValue = stamp?.Value },
            _transaction) > 0;

    /// <summary>Removes a document; false when there was none.</summary>
    public bool Remove(string kind, string id) =>
        _connection.Execute("delete from document where kind = @kind and id = @id", new { kind, id }, _transaction) > 0;

    /// <summary>Removes every document of the kind and says how many there were.</summary>
    public int RemoveAll(string kind) =>
        _connection.Execute("delete from document where kind = @kind", new { kind }, _transaction);

    /// <summary>The counter's present value, 0 when it was never used.</summary>
    public long Counter(string name) =>
        _connection.ExecuteScalar<long?>("select value from counter where name = @name", new { name }, _transaction) ?? 0;

    /// <summary>Adds one to the counter and returns the new value; the first is 1.</summary>
    public long Next(string name) => _connection.ExecuteScalar<long>(
        "insert into counter (name, value) values (@name, 1) on conflict (name) do update set value = value + 1 returning value",
        new { name }, _transaction);

    /// <summary>Sets the counter, so that <see cref="Next"/> returns the value after it.</summary>
    public void SetCounter(string name, long value) => _connection.Execute(
        "insert or replace into counter (name, value) values (@name, @value)", new { name, value }, _transaction);

    private List<T> Many<T>(string sql, object parameters) where T : class =>
        _connection.Query<string>(sql, parameters, _transaction).Select(json => Read<T>(json)!).ToList();

    private static T? Read<T>(string? json) where T : class =>
        json is null ? null : JsonSerializer.Deserialize<T>(json, Json);
}
