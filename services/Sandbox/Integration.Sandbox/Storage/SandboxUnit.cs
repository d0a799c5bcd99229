using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Integration.Sandbox.Storage;

/// <summary>
/// One transaction on a <see cref="SandboxStore"/>. Documents are named by kind and id; <c>key</c> is a second,
/// not necessarily unique, name to find them by.
/// </summary>
public sealed class SandboxUnit
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly PreparedStatements _statements;
    private readonly SqliteTransaction _transaction;

    internal SandboxUnit(PreparedStatements statements, SqliteTransaction transaction)
    {
        _statements = statements;
        _transaction = transaction;
    }

    /// <summary>The document, or null when there is none.</summary>
    public T? Find<T>(string kind, string id) where T : class =>
        Many<T>("select json from document where kind = @kind and id = @id", ("@kind", kind), ("@id", id)).SingleOrDefault();

    /// <summary>Every document of the kind with this key, in order of id (as text).</summary>
    public IReadOnlyList<T> ByKey<T>(string kind, string key) where T : class =>
        // Without statistics the planner would walk the whole kind for the sake of the order.
        Many<T>("select json from document indexed by document_key where kind = @kind and key = @key order by id", ("@kind", kind), ("@key", key));

    /// <summary>Every document of the kind, in order of id (as text).</summary>
    public IReadOnlyList<T> All<T>(string kind) where T : class =>
        Many<T>("select json from document where kind = @kind order by id", ("@kind", kind));

    /// <summary>One page of a kind by a number inside its documents, then by id (as text), both in the same direction.</summary>
    /// <param name="kind">Kind of document.</param>
    /// <param name="property">The number; indexed by <see cref="SandboxStore.IndexAsync"/>.</param>
    /// <param name="descending">Largest number first.</param>
    /// <param name="offset">Documents to leave out at the front.</param>
    /// <param name="limit">Most documents to return.</param>
    public IReadOnlyList<T> Page<T>(string kind, string property, bool descending, int offset, int limit) where T : class =>
        Many<T>(
            $"""
            select json from document indexed by {SandboxStore.IndexOf(kind, property)} where kind = '{kind}'
            order by {SandboxStore.NumberOf(property)} {(descending ? "desc, id desc" : "asc, id asc")} limit @limit offset @offset
            """,
            ("@limit", limit), ("@offset", offset));

    /// <summary>How many documents of the kind there are.</summary>
    public int Count(string kind) =>
        (int)_statements.Column<long>(_transaction, "select count(*) from document where kind = @kind", ("@kind", kind))[0];

    /// <summary>Stores a document, replacing the one of the same kind and id.</summary>
    public void Put<T>(string kind, string id, T document, string? key = null) where T : class =>
        Execute(
            "insert or replace into document (kind, id, key, json) values (@kind, @id, @key, @json)",
            ("@kind", kind), ("@id", id), ("@key", key), ("@json", JsonSerializer.Serialize(document, Json)));

    /// <summary>Sets a number inside a document in one statement, and only if it is what was expected.</summary>
    /// <param name="kind">Kind of document.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">Property of the document.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="value">What it becomes.</param>
    /// <param name="stamp">A second property set with it; null for none.</param>
    /// <returns>False when it was something else, or there is no such document; nothing was done then.</returns>
    public bool SetIf(string kind, string id, string name, long expected, long value, (string Name, long Value)? stamp = null) =>
        (stamp is { } at
            ? Execute(
                """
                update document set json = json_set(json, '$.' || @name, @value, '$.' || @stampName, @stampValue)
                where kind = @kind and id = @id and json_extract(json, '$.' || @name) = @expected
                """,
                ("@kind", kind), ("@id", id), ("@name", name), ("@expected", expected), ("@value", value), ("@stampName", at.Name), ("@stampValue", at.Value))
            : Execute(
                """
                update document set json = json_set(json, '$.' || @name, @value)
                where kind = @kind and id = @id and json_extract(json, '$.' || @name) = @expected
                """,
                ("@kind", kind), ("@id", id), ("@name", name), ("@expected", expected), ("@value", value))) > 0;

    /// <summary>Removes a document; false when there was none.</summary>
    public bool Remove(string kind, string id) =>
        Execute("delete from document where kind = @kind and id = @id", ("@kind", kind), ("@id", id)) > 0;

    /// <summary>Removes every document of the kind and says how many there were.</summary>
    public int RemoveAll(string kind) =>
        Execute("delete from document where kind = @kind", ("@kind", kind));

    /// <summary>The counter's present value, 0 when it was never used.</summary>
    public long Counter(string name) =>
        _statements.Column<long>(_transaction, "select value from counter where name = @name", ("@name", name)).SingleOrDefault();

    /// <summary>Adds one to the counter and returns the new value; the first is 1.</summary>
    public long Next(string name) => _statements.Column<long>(
        _transaction, "insert into counter (name, value) values (@name, 1) on conflict (name) do update set value = value + 1 returning value", ("@name", name))[0];

    /// <summary>Sets the counter, so that <see cref="Next"/> returns the value after it.</summary>
    public void SetCounter(string name, long value) =>
        Execute("insert or replace into counter (name, value) values (@name, @value)", ("@name", name), ("@value", value));

    private int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => _statements.Execute(_transaction, sql, values);

    private List<T> Many<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> values) where T : class =>
        _statements.Column<string>(_transaction, sql, values).ConvertAll(json => JsonSerializer.Deserialize<T>(json, Json)!);
}
