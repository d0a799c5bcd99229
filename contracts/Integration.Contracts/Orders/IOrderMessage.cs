namespace Integration.Contracts.Orders;

/// <summary>A message about one storefront order; the saga correlates by <see cref="OrderKey.SagaId"/>.</summary>
public interface IOrderMessage
{
    /// <summary>Pair and storefront order id.</summary>
    OrderKey Key { get; }
}
