using Integration.Console.Reconciliation.Comparing;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Running;

/// <summary>Why a record may rightly be on one side only: it is held, only observed, or its refusal is on the attention list already.</summary>
internal static class Explanations
{
    private static readonly string[] Own =
    [
        AttentionClasses.MissingInErp, AttentionClasses.MissingInStore, AttentionClasses.AmountsDiffer, AttentionClasses.DuplicateInErp, AttentionClasses.CancelledOnOneSide,
        AttentionClasses.StaleStock, AttentionClasses.MissingInFile, AttentionClasses.PayoutDiffers, AttentionClasses.ReconciliationStopped,
    ];

    // These tell that an order or an account did not get there; others, such as a change after submission, do not.
    private static readonly string[] Stopping =
    [
        AttentionClasses.InvalidOrder, AttentionClasses.UnmappedCode, AttentionClasses.MappingFailed, AttentionClasses.RejectedByErp, AttentionClasses.Differs,
        AttentionClasses.RejectedByRule, AttentionClasses.Unreadable, AttentionClasses.DeadLetter, AttentionClasses.AmbiguousMatch, AttentionClasses.Conflict,
    ];

    /// <summary>True for the classes that reconciliations raise.</summary>
    public static bool IsOwn(string attentionClass) => Own.Contains(attentionClass);

    /// <summary>The explanation in plain words, or null.</summary>
    public static async Task<string?> OfAsync(IUnit unit, string pair, string entity, Discrepancy difference, CancellationToken ct)
    {
        if (difference.StoreId.Length == 0) return null;
        // Money waits for its order.
        if (entity is Entities.Payment or Entities.Refund) entity = Entities.Order;
        if (difference.Cause == AttentionClasses.CancelledOnOneSide) return await OpenAsync(unit, pair, entity, difference, [AttentionClasses.CancelledInErp, AttentionClasses.CancelRefused], ct);
        if (difference.Cause == AttentionClasses.AmountsDiffer && entity == Entities.Order)
            return await OpenAsync(unit, pair, entity, difference, [AttentionClasses.ChangedAfterSubmission, AttentionClasses.Differs], ct);
        if (difference.Cause != AttentionClasses.MissingInErp) return null;
        var state = await unit.FirstOrDefaultAsync<string>(
            "select state from console_record where pair = @pair and entity = @entity and record_id = @id", new { pair, entity, id = difference.StoreId }, ct);
        if (state == RecordStates.Held) return "Held by a rule or a person.";
        if (state == RecordStates.Observed) return "The pair only observed it.";
        return await OpenAsync(unit, pair, entity, difference, Stopping, ct);
    }

    private static async Task<string?> OpenAsync(IUnit unit, string pair, string entity, Discrepancy difference, string[] classes, CancellationToken ct)
    {
        var found = await unit.FirstOrDefaultAsync<string>(
            $"""
            select class from console_attention
            where pair = @pair and entity = @entity and record_id = @id and state in ('open', 'retrying') and {unit.Dialect.In("class", "classes")} order by class limit 1
            """,
            new { pair, entity, id = difference.StoreId, classes }, ct);
        return found is null ? null : $"On the attention list already: {found.Replace('-', ' ')}.";
    }
}
