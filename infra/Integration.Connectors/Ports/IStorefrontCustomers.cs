using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Customers;

namespace Integration.Connectors.Ports;

/// <summary>
/// Reads the accounts of a storefront's customers. The copies that orders keep, the rows of guests and administrators are no customers. It lists all of
/// them page by page, because there is no storefront yet that can tell which ones changed since a moment.
/// </summary>
public interface IStorefrontCustomers
{
    /// <summary>How slowly all customers are read, or null for never.</summary>
    CrawlSchedule? Schedule { get; }

    /// <summary>Reads one account afresh; what is no customer's account is <see cref="ReadOutcome{T}.NotReady"/> to be ignored.</summary>
    /// <param name="pair">For the lookups of states.</param>
    /// <param name="id">The storefront's id of the account.</param>
    /// <param name="ct">Cancels.</param>
    Task<ReadOutcome<Customer>> ReadAsync(PairDefinition pair, string id, CancellationToken ct);

    /// <summary>The same for a row that is known to be an account although nothing shows it, because we made it.</summary>
    Task<ReadOutcome<Customer>> ReadKnownAsync(PairDefinition pair, string id, CancellationToken ct) => ReadAsync(pair, id, ct);

    /// <summary>Reads one page of all customers, from 1, in an order that stays the same while nothing changes.</summary>
    Task<CrawlPage> PageAsync(PairDefinition pair, int page, CancellationToken ct);

    /// <summary>The same list without what only a change of content needs, such as addresses: for reconciliation, in as few calls as there are pages.</summary>
    Task<AccountPage> AccountsAsync(int page, CancellationToken ct);
}
