export { transaction as transactionOf } from '#db/database.server'
