namespace Integration.Mapping.Conversions.Amounts;

/// <summary>What a currency conversion writes.</summary>
public enum ExchangeGive
{
    /// <summary>The amount in the other currency.</summary>
    Amount,

    /// <summary>
    /// The value, a total, in the other currency, less its parts each converted by itself: what a rounding line must hold so that
    /// the converted parts make the converted total.
    /// </summary>
    Difference,

    /// <summary>The rate that was used: units of the other currency for one.</summary>
    Rate,

    /// <summary>The date from which that rate is valid.</summary>
    RateDate,

    /// <summary>Where that rate is from, as the table says.</summary>
    RateSource,
}
