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
    private const int NotFound = 404;

    /// <summary>Why a call failed, or null when it did not.</summary>
    public static WriteOutcome? Failure<T>(ShopAnswer<T> answer) => answer switch
    {
        // The API itself says that it has no such record; a web server's page would mean that the address is wrong.
        ShopAnswer<T>.Failed { Status: NotFound, JsonRefusal: true } or ShopAnswer<T>.Absent => Refused("", "The shop no longer has what was to be changed."),
        ShopAnswer<T>.Failed failed => failed.Outcome,
        _ => null,
    };

    /// <summary>The id of what a call made, or why it made nothing.</summary>
    public static (long Id, WriteOutcome? Failure) Made<T>(ShopAnswer<T> answer, Func<T, long> id) => answer is ShopAnswer<T>.Given given ? (id(given.Value), null) : (0, Failure(answer));

    /// <summary>Written, with the product as it is shown now.</summary>
    public static WriteOutcome Done(Product shown) => new WriteOutcome.Done(Ref(shown), JsonSerializer.Serialize(shown, ContractsJson.Options));

    /// <summary>Refused before anything was sent.</summary>
    public static WriteOutcome Refused(string field, string message) => new WriteOutcome.Rejected([new Reason(field, message)]);

    /// <summary>The id cannot be one of the shop's.</summary>
    public static WriteOutcome NoId() => Refused("id", "An X-Cart product id is a positive whole number.");

    private static RecordRef Ref(Product product) => new(Entities.Product, product.Id, product.Sku);
}
