namespace Integration.OrderToCash.Payments;

/// <summary>Whether a pair's payments go to the ERP.</summary>
internal interface IPaymentSwitch
{
    /// <summary>True while the pair's payment lane is switched on.</summary>
    bool IsOn(string pair);
}
