using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>Reads and writes an ERP's customers as records of their own, apart from the orders that need them (<see cref="IErpCustomers"/>).</summary>
public interface ICustomerRecords
{
    /// <summary>From the canonical customer to the ERP's fields: <c>customers.toErp</c>.</summary>
    MappingPort ToErp { get; }

    /// <summary>From <see cref="ErpCustomer.Record"/> to the canonical fields: <c>customers.toStore</c>.</summary>
    MappingPort ToStore { get; }

    /// <summary>Customers changed at or after <paramref name="since"/> by the ERP's clock.</summary>
    IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Reads one customer afresh.</summary>
    Task<ReadOutcome<ErpCustomer>> ReadAsync(string id, CancellationToken ct);

    /// <summary>All customers, page by page in a fixed order, for reconciliation.</summary>
    /// <param name="after"><see cref="ErpCustomerPage.After"/> of the page before; null for the first.</param>
    /// <param name="ct">Cancels.</param>
    Task<ErpCustomerPage> PageAsync(string? after, CancellationToken ct);

    /// <summary>Customers with this e-mail, whatever its case; inactive ones too.</summary>
    Task<ErpCustomerMatches> WithEmailAsync(string email, CancellationToken ct);

    /// <summary>Customers with this telephone number as it is written.</summary>
    Task<ErpCustomerMatches> WithPhoneAsync(string phone, CancellationToken ct);

    /// <summary>Makes a customer. A repeated call makes a second one: only an effect with a look protects against that.</summary>
    /// <param name="document">What <see cref="ToErp"/> made.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done with <see cref="ErpCustomer.Record"/> of the response as echo.</returns>
    Task<WriteOutcome> CreateAsync(JsonObject document, CancellationToken ct);

    /// <summary>Changes the given fields of a customer and leaves all others.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="changed">The fields to write.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Done with <see cref="ErpCustomer.Record"/> of the response as echo.</returns>
    Task<WriteOutcome> UpdateAsync(string id, JsonObject changed, CancellationToken ct);
}
