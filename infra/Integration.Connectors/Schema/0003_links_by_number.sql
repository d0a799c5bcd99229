-- Records of an order are found by the order's number: refunds that wait for its credit memo.
CREATE INDEX link_number ON link (scope, entity, storefront_number);
