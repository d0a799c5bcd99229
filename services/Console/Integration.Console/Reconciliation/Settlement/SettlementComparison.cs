using Integration.Connectors.Pairs;
using Integration.Console.Reconciliation.Comparing;
using Integration.Console.Reconciliation.Running;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Settlement;

/// <summary>Compares the settlement file of a run with the money that both sides listed.</summary>
internal sealed class SettlementComparison(IDatabase database)
{
    public Task<EntityResult> RunAsync(RunRow run, PairDefinition pair, CancellationToken ct) => database.ReadAsync(
        async (unit, token) =>
        {
            var lists = await ReconciliationStore.ListsAsync(unit, run.Id, token);
            var lines = await RecordTable.OfSideAsync(unit, run.Id, SettlementKeys.Entity, SettlementKeys.Side, token);
            var days = run.Days(pair.TimeZone);
            var erp = await MoneyAsync(unit, run.Id, Sides.Erp, pair, token);
            var books = new SettlementBooks(days, lines, await MoneyAsync(unit, run.Id, Sides.Store, pair, token), erp);
            return lists.Any(list => list is { Side: Sides.Store, Entity: Entities.Payment or Entities.Refund } && list.State != ListStates.Done)
                ? books.AddUp() with { Note = "The settlement file was only added up: the storefront's payments were not listed." }
                : books.Compare();
        },
        ct);

    private static async Task<MoneyIndex> MoneyAsync(IUnit unit, string run, string side, PairDefinition pair, CancellationToken ct) => new(
        pair.StorefrontCode, await RecordTable.OfSideAsync(unit, run, Entities.Payment, side, ct), await RecordTable.OfSideAsync(unit, run, Entities.Refund, side, ct));
}
