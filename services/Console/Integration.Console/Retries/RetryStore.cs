using Integration.Platform.Database;

namespace Integration.Console.Retries;

/// <summary>The table of bulk retries and their claims.</summary>
internal static class RetryStore
{
    private const string Columns =
        "id as \"Id\", pair as \"Pair\", class as \"Class\", lookup as \"Lookup\", code as \"Code\", document as \"Document\", version as \"Version\", rule as \"Rule\", "
        + "operator as \"Operator\", automatic as \"Automatic\", state as \"State\", after_key as \"AfterKey\", claimed as \"Claimed\", sent as \"Sent\", skipped as \"Skipped\", "
        + "created_at as \"CreatedAt\", next_at as \"NextAt\", finished_at as \"FinishedAt\"";

    public static Task AddAsync(IUnit unit, RetryRow row, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_retry (id, pair, class, lookup, code, document, version, rule, operator, automatic, state, after_key, claimed, sent, skipped, created_at, next_at, finished_at)
        values (@Id, @Pair, @Class, @Lookup, @Code, @Document, @Version, @Rule, @Operator, @Automatic, @State, @AfterKey, @Claimed, @Sent, @Skipped, @CreatedAt, @NextAt, null)
        """,
        row, ct);

    public static Task<RetryRow?> GetAsync(IUnit unit, string id, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<RetryRow>($"select {Columns} from console_retry where id = @id", new { id }, ct);

    /// <summary>The retry if it goes on now, locked: two consoles never work on the same one.</summary>
    public static Task<RetryRow?> LockDueAsync(IUnit unit, string id, long now, CancellationToken ct) => unit.FirstOrDefaultAsync<RetryRow>(
        $"select {Columns} from console_retry where id = @id and state in ('claiming', 'sending') and next_at <= @now{unit.Dialect.ForUpdate}", new { id, now }, ct);

    public static Task<RetryRow?> LockAsync(IUnit unit, string id, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<RetryRow>($"select {Columns} from console_retry where id = @id{unit.Dialect.ForUpdate}", new { id }, ct);

    /// <summary>Retries that are not at their end.</summary>
    public static Task<IReadOnlyList<RetryRow>> UnderWayAsync(IUnit unit, CancellationToken ct) =>
        unit.ListAsync<RetryRow>($"select {Columns} from console_retry where state in ('claiming', 'sending') order by created_at", null, ct);

    public static Task<IReadOnlyList<RetryRow>> NewestAsync(IUnit unit, int take, CancellationToken ct) =>
        unit.ListAsync<RetryRow>($"select {Columns} from console_retry order by created_at desc, id limit @take", new { take }, ct);

    public static Task<int> ClaimAsync(IUnit unit, string id, string key, CancellationToken ct) => unit.ExecuteAsync(
        "insert into console_retry_claim (attention_key, retry_id) values (@key, @id) on conflict (attention_key) do nothing", new { key, id }, ct);

    public static Task<IReadOnlyList<string>> ClaimsAsync(IUnit unit, string id, int most, CancellationToken ct) => unit.ListAsync<string>(
        "select attention_key from console_retry_claim where retry_id = @id order by attention_key limit @most", new { id, most }, ct);

    public static Task ReleaseAsync(IUnit unit, string key, CancellationToken ct) =>
        unit.ExecuteAsync("delete from console_retry_claim where attention_key = @key", new { key }, ct);

    public static Task ReleaseAllAsync(IUnit unit, string id, CancellationToken ct) =>
        unit.ExecuteAsync("delete from console_retry_claim where retry_id = @id", new { id }, ct);

    public static Task ClaimedAsync(IUnit unit, string id, int claimed, string afterKey, bool last, CancellationToken ct) => unit.ExecuteAsync(
        "update console_retry set claimed = claimed + @claimed, after_key = @afterKey, state = @state where id = @id",
        new { id, claimed, afterKey, state = last ? "sending" : "claiming" }, ct);

    public static Task SentAsync(IUnit unit, string id, int sent, int skipped, long nextAt, CancellationToken ct) => unit.ExecuteAsync(
        "update console_retry set sent = sent + @sent, skipped = skipped + @skipped, next_at = @nextAt where id = @id", new { id, sent, skipped, nextAt }, ct);

    public static Task EndAsync(IUnit unit, string id, RetryState state, long at, CancellationToken ct) => unit.ExecuteAsync(
        "update console_retry set state = @state, finished_at = @at where id = @id", new { id, state = state.ToString().ToLowerInvariant(), at }, ct);

    public static Task DropAsync(IUnit unit, string id, CancellationToken ct) => unit.ExecuteAsync("delete from console_retry where id = @id", new { id }, ct);
}
