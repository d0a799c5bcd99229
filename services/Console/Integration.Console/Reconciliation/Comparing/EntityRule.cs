using Integration.Contracts.Operations;
using Integration.Contracts.Records;

namespace Integration.Console.Reconciliation.Comparing;

/// <summary>What counts as a difference between the two sides, per entity.</summary>
/// <param name="Entity">The canonical entity.</param>
/// <param name="Title">What people call it.</param>
/// <param name="InErp">What counts in the storefront must be in the ERP.</param>
/// <param name="InStore">What is in the ERP must be in the storefront.</param>
/// <param name="OnceInErp">The ERP may have it only once.</param>
/// <param name="Amounts">Class of a difference of amounts; null when they are not compared.</param>
/// <param name="ByDay">Lists are by day.</param>
internal sealed record EntityRule(string Entity, string Title, bool InErp, bool InStore, bool OnceInErp, string? Amounts, bool ByDay)
{
    /// <summary>All that can be compared, in the order in which it is.</summary>
    public static IReadOnlyList<EntityRule> All { get; } =
    [
        new(Entities.Order, "orders", InErp: true, InStore: true, OnceInErp: true, AttentionClasses.AmountsDiffer, ByDay: true),
        new(Entities.Payment, "payments", InErp: true, InStore: true, OnceInErp: true, AttentionClasses.AmountsDiffer, ByDay: true),
        new(Entities.Refund, "refunds", InErp: true, InStore: true, OnceInErp: true, AttentionClasses.AmountsDiffer, ByDay: true),
        new(Entities.Return, "returns", InErp: true, InStore: true, OnceInErp: true, AttentionClasses.AmountsDiffer, ByDay: true),
        // The ERP may sell what the shop does not, and the shop what the ERP keeps no stock of.
        new(Entities.Stock, "stock levels", InErp: false, InStore: false, OnceInErp: false, AttentionClasses.StaleStock, ByDay: false),
        new(Entities.Product, "products", InErp: true, InStore: false, OnceInErp: false, Amounts: null, ByDay: false),
        new(Entities.Customer, "customers", InErp: true, InStore: false, OnceInErp: false, Amounts: null, ByDay: false),
    ];

    /// <summary>The rule of an entity, or null.</summary>
    public static EntityRule? Of(string entity) => All.FirstOrDefault(rule => rule.Entity == entity);
}
