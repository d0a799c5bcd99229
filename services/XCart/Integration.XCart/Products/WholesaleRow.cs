using Integration.Contracts.Products;

namespace Integration.XCart.Products;

/// <summary>A row of wholesale prices (add-on CDev\Wholesale): a price for a membership, or for all, from a quantity on.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Membership">Name of the membership, or null for everybody.</param>
/// <param name="Quantity">From which quantity on.</param>
/// <param name="Amount">Price of one.</param>
internal sealed record WholesaleRow(long Id, string? Membership, decimal Quantity, decimal Amount)
{
    /// <summary>As a canonical price.</summary>
    public ProductPrice Price => new(Membership, Quantity, Amount);
}
