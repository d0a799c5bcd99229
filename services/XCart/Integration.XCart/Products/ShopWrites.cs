using System.Text.Json;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Contracts.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Products;

/// <summary>Outcomes of writes to products, which take several calls.</summary>
internal static class ShopWrites
{
    /// <summary>Why a call failed, or null when it did not.</summary>
    public static WriteOutcome? Failure<T>(ShopAnswer<T> answer) => answer switch
    {
        ShopAnswer<T>.Failed failed => failed.Outcome,
        ShopAnswer<T>.Absent => new WriteOutcome.Rejected([new Reason("", "The shop no longer has what was to be changed.")]),
        _ => null,
    };

    /// <summary>Written, with the product as it is shown now.</summary>
    public static WriteOutcome Done(Product shown) => new WriteOutcome.Done(Ref(shown), JsonSerializer.Serialize(shown, ContractsJson.Options));

    /// <summary>Refused before anything was sent.</summary>
    public static WriteOutcome Refused(string field, string message) => new WriteOutcome.Rejected([new Reason(field, message)]);

    /// <summary>The shop has neither.</summary>
    public static WriteOutcome NoId() => Refused("id", "An X-Cart product id is a positive whole number.");

    private static RecordRef Ref(Product product) => new(Entities.Product, product.Id, product.Sku);
}
