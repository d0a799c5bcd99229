using System.Text.Json;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.XCart.Orders.Canonical;

namespace Integration.XCart.Customers;

/// <summary>Makes the canonical customer, for both APIs.</summary>
internal static class CanonicalCustomer
{
    /// <summary>The account as read, or why it is none that can be used.</summary>
    public static ReadOutcome<Customer> Read(ShopProfile shop) => string.IsNullOrWhiteSpace(shop.Login)
        ? new ReadOutcome<Customer>.Unreadable([new Reason("login", "The account has no e-mail.")])
        : new ReadOutcome<Customer>.Found(Of(shop));

    /// <summary>The account as a crawl keeps it, or null for one without e-mail.</summary>
    public static CrawledRecord? Crawled(ShopProfile shop) =>
        string.IsNullOrWhiteSpace(shop.Login) ? null : new CrawledRecord($"{shop.Id}", JsonSerializer.Serialize(Of(shop), ContractsJson.Options));

    private static Customer Of(ShopProfile shop)
    {
        // An account has no name, telephone or company of its own: the shop shows those of the billing address.
        var main = shop.Addresses.OrderByDescending(address => address.IsBilling).FirstOrDefault()?.Address;
        var shown = main is null ? new Address() : Addresses.Of(main);
        return new Customer
        {
            Id = $"{shop.Id}",
            Email = shop.Login!.Trim(),
            FirstName = shown.FirstName,
            LastName = shown.LastName,
            Company = shown.Company,
            Phone = shown.Phone,
            Group = string.IsNullOrWhiteSpace(shop.Membership) ? null : shop.Membership.Trim(),
            Language = string.IsNullOrWhiteSpace(shop.Language) ? null : shop.Language.Trim(),
            IsActive = shop.Status != "D",
            Addresses = [.. shop.Addresses.Select(address => new CustomerAddress(Addresses.Of(address.Address), address.IsBilling, address.IsShipping))],
            CreatedAt = shop.AddedAt,
        };
    }
}
