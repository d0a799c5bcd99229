namespace Integration.Contracts.Customers;

/// <summary>What came of <see cref="WriteCustomer"/>.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Id">The storefront's id of the account.</param>
/// <param name="ErpId">The ERP's id of the customer.</param>
/// <param name="Created">True when the account was made by it.</param>
/// <param name="Written">The fields that were written, with the values that were sent.</param>
/// <param name="Untaken">Fields that this storefront cannot keep, each with the value that it shows for it instead.</param>
public sealed record CustomerWritten(string Pair, string Id, string ErpId, bool Created, IReadOnlyList<FieldWrite> Written, IReadOnlyList<FieldWrite> Untaken);
